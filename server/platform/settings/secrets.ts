import { createHash, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { openWith, type Sealed, sealWith } from './sealed-text.ts'
import { refuseGuessableKey, type SecretKey } from './secret-key.ts'

export type Mac = { keyId: string; mac: Buffer }

/**
 * Keyed hashes that only this deployment can make. Each purpose has its own subkey (ASVS 11.1.1), so a MAC made for one
 * purpose never passes for another. The first key makes new hashes, all of them still verify.
 */
export type Secrets = {
  hmac(purpose: string, ...parts: readonly (Buffer | string)[]): Mac
  /** The MAC under an older or the current key. Undefined if that key is missing. */
  hmacWith(keyId: string, purpose: string, ...parts: readonly (Buffer | string)[]): Buffer | undefined
  /** The MAC under a key that must exist. Throws if it is missing: nothing is ever derived from an empty key. */
  getHmacWith(keyId: string, purpose: string, ...parts: readonly (Buffer | string)[]): Buffer
  /**
   * Encrypts what the server has to read again, such as the secret of a code generator (ASVS 11.3.2). `about` says whose
   * it is: moved to another row, it no longer opens.
   */
  seal(purpose: string, text: Buffer, about: string): Sealed
  /** Undefined if its key is missing, or if it was made for another purpose or row, or changed. */
  open(purpose: string, sealed: Sealed, about: string): Buffer | undefined
  /** The current key first. */
  keyIds: readonly string[]
}

export function createSecrets(keys: readonly SecretKey[]): Secrets {
  const [current] = keys
  if (!current) throw new Error('at least one key is needed')
  for (const { key } of keys) refuseGuessableKey(key)
  const keysById = new Map(keys.map(({ id, key }) => [id, key]))
  if (keysById.size !== keys.length) throw new Error('two keys have the same id')
  const subkeys = new Map<string, KeyObject>()

  const subkeyOf = (keyId: string, key: Buffer, purpose: string) => {
    const name = `${keyId}\n${purpose}`
    const known = subkeys.get(name)
    if (known) return known
    const made = createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `fieldkey ${purpose}`, 32)))
    subkeys.set(name, made)
    return made
  }
  const hmacWith: Secrets['hmacWith'] = (keyId, purpose, ...parts) => {
    const key = keysById.get(keyId)
    return key && macOf(subkeyOf(keyId, key, purpose), parts)
  }
  return {
    hmac: (purpose, ...parts) => ({
      keyId: current.id,
      mac: macOf(subkeyOf(current.id, current.key, purpose), parts),
    }),
    hmacWith,
    getHmacWith: (keyId, purpose, ...parts) => {
      const mac = hmacWith(keyId, purpose, ...parts)
      if (!mac) throw new Error(`There is no key ${keyId} for ${purpose}`)
      return mac
    },
    seal: (purpose, text, about) => ({
      keyId: current.id,
      bytes: sealWith(subkeyOf(current.id, current.key, `seal ${purpose}`), text, about),
    }),
    open: (purpose, { keyId, bytes }, about) => {
      const key = keysById.get(keyId)
      return key && openWith(subkeyOf(keyId, key, `seal ${purpose}`), bytes, about)
    },
    keyIds: [...keysById.keys()],
  }
}

/** The same key always gets the same id, so a key can move from SECRET_KEY into SECRETS_FILE. */
export function idOfKey(key: Buffer): string {
  return createHash('sha256').update('fieldkey key id').update(key).digest('hex').slice(0, 12)
}

/** Each part is preceded by its length: ("ab", "c") and ("a", "bc") must not meet. */
function macOf(subkey: KeyObject, parts: readonly (Buffer | string)[]): Buffer {
  const hmac = createHmac('sha256', subkey)
  for (const part of parts) {
    const bytes = Buffer.from(part)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    hmac.update(length).update(bytes)
  }
  return hmac.digest()
}
