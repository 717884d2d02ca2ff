import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

/** Encrypted bytes, and the key that opens them. */
export type Sealed = { keyId: string; bytes: Buffer }

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** A nonce, a tag and the encrypted text (AES-256-GCM, NIST SP 800-38D). Random nonces are enough for 2^32 texts a key. */
export function sealWith(key: KeyObject, text: Buffer, about: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(about))
  const encrypted = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted])
}

/** Undefined for anything that this key didn't seal about the same. */
export function openWith(key: KeyObject, bytes: Buffer, about: string): Buffer | undefined {
  if (bytes.length < nonceBytes + tagBytes) return undefined
  const nonce = bytes.subarray(0, nonceBytes)
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}
