import { randomBytes } from 'node:crypto'
import { closeSync, fstatSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '../make-folder.ts'
import { decodeKey } from './secret-key.ts'
import { createSecrets, idOfKey, type Secrets } from './secrets.ts'

export const keyAdvice = `make one with: node -p "crypto.randomBytes(32).toString('base64')"`

const fileExample = '[{"key":"(32 random bytes as base64)"}], the current key first'

/**
 * A key needs no id of its own. A new key under the id of a lost one would make every row of the audit that the lost key
 * sealed look changed, instead of sealed with a missing key.
 */
const fileShape = z
  .array(
    z.object({
      id: z
        .string()
        .regex(/^[A-Za-z0-9._-]{1,64}$/)
        .optional(),
      key: z.string(),
    }),
  )
  .min(1)

/** SECRET_KEY: one key; its id comes from its bytes. */
export function readSecretKey(text: string): Secrets {
  return toSecrets('SECRET_KEY', [{ key: text }])
}

/** SECRETS_FILE: the first key makes new hashes, the others still verify old ones. */
export function readSecretsFile(path: string): Secrets {
  return toSecrets('SECRETS_FILE', readList(path))
}

/** Creates the file on the first call. Of two concurrent starts, the second reads the file of the first. */
export function readOrMakeSecretsFile(path: string): Secrets {
  const key = randomBytes(32)
  const draft = `${path}.${process.pid}`
  makeFolder(dirname(path))
  try {
    writeFileSync(draft, JSON.stringify([{ id: idOfKey(key), key: key.toString('base64') }]), { mode: 0o600 })
    linkSync(draft, path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
  } finally {
    rmSync(draft, { force: true })
  }
  return readSecretsFile(path)
}

function readList(path: string): z.infer<typeof fileShape> {
  const content = readPrivateFile(path)
  try {
    return fileShape.parse(JSON.parse(content))
  } catch {
    // Without its cause: a parser's message quotes the file, and the file is a secret.
    throw new Error(`SECRETS_FILE ${path} cannot be used: it must be a JSON list such as ${fileExample}`)
  }
}

/** Checks the mode of the opened file, even if another file takes its name meanwhile. */
function readPrivateFile(path: string): string {
  const file = openFile(path)
  try {
    const status = fstatSync(file)
    if (!status.isFile()) throw new Error(`SECRETS_FILE ${path} is not a file`)
    const mode = (status.mode & 0o777).toString(8)
    if ((status.mode & 0o077) !== 0) {
      throw new Error(`SECRETS_FILE ${path} is open to other accounts (mode ${mode}): run chmod 600 ${path}`)
    }
    return readFileSync(file, 'utf8')
  } finally {
    closeSync(file)
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read by the account that runs this (${code})`
    throw new Error(`SECRETS_FILE ${path} ${why}: make it as docs/operate/install.md says`, { cause })
  }
}

function toSecrets(name: string, list: readonly { id?: string | undefined; key: string }[]): Secrets {
  const keys = list.map(({ id, key: text }) => {
    const key = decodeKey(text)
    if (!key) throw new Error(`${name} must hold 32 random bytes as base64 or hex; ${keyAdvice}`)
    return { id: id ?? idOfKey(key), key }
  })
  try {
    return createSecrets(keys)
  } catch (cause) {
    throw new Error(`${name} is refused: ${cause instanceof Error ? cause.message : cause}; ${keyAdvice}`, { cause })
  }
}
