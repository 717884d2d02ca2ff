import { readFileSync } from 'node:fs'

const usual = '/etc/fieldkey/environment'

/**
 * Reads the settings for a command from the file that the service also reads. The environment overrides the file.
 * FIELDKEY_SETTINGS names another file, or none if it is empty.
 */
export function readSettings(environment) {
  const path = environment.FIELDKEY_SETTINGS ?? usual
  if (path === '') return {}
  let text
  try {
    text = readFileSync(path, 'utf8')
  } catch (fault) {
    // The service gets its settings from systemd, which reads the file as root.
    if (environment.PUBLIC_URL !== undefined && environment.FIELDKEY_SETTINGS === undefined) return {}
    if (fault.code === 'ENOENT' && environment.FIELDKEY_SETTINGS === undefined) return {}
    if (fault.code === 'ENOENT') throw new Error(`FIELDKEY_SETTINGS names ${path}, which does not exist.`)
    throw new Error(
      `The settings in ${path} can't be read (${fault.code}): run this as the account that runs Fieldkey.`,
    )
  }
  const settings = parseSettings(text, path)
  return Object.fromEntries(Object.entries(settings).filter(([name]) => environment[name] === undefined))
}

/** Parses `NAME=value` lines as systemd does: without a shell, so `&`, `$` and spaces are plain characters. */
function parseSettings(text, path) {
  const settings = {}
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:[#;]|$)/.test(line)) continue
    const [, name, value] = /^\s*([A-Za-z_]\w*)=(.*)$/.exec(line) ?? []
    if (name === undefined) throw new Error(`Line ${place + 1} of ${path} is not NAME=value.`)
    settings[name] = unquote(value.trim())
  }
  return settings
}

function unquote(value) {
  const [, single, double] = /^(?:'([^']*)'|"((?:[^"\\]|\\.)*)")$/.exec(value) ?? []
  return single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? value
}
