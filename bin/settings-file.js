import { readFileSync } from 'node:fs'

const usual = '/etc/fieldkey/environment'

/**
 * The settings for a command, from the file that the service reads too. What the environment sets comes first.
 * FIELDKEY_SETTINGS names another file; empty, it names none.
 */
export function readSettings(environment) {
  const path = environment.FIELDKEY_SETTINGS ?? usual
  if (path === '') return {}
  let text
  try {
    text = readFileSync(path, 'utf8')
  } catch (fault) {
    // The service has its settings from systemd, which reads the file as root.
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

/** `NAME=value` a line, as systemd reads an EnvironmentFile: no shell, so `&`, `$` and spaces are plain characters. */
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
