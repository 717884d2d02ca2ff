import { createHash, pbkdf2 as pbkdf2WithCallback, scrypt as scryptWithCallback, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { verify as verifyArgon2 } from '@node-rs/argon2'
import { verify as verifyBcrypt } from '@node-rs/bcrypt'
import { readKeyed } from './keyed-hash.ts'

const pbkdf2 = promisify(pbkdf2WithCallback)
const scrypt = promisify<Buffer, Buffer, number, object, Buffer>(scryptWithCallback)

/** Before the hash of another system, as long as its owner has not signed in. */
export const importedPrefix = 'imported:'

/** Compares a password with a hash of another system, exactly as typed: that system knew nothing of our normalisation. */
export async function verifyImported(hash: string, password: string): Promise<boolean> {
  if (/^(?:argon2)?\$argon2/.test(hash)) return verifyArgon2(hash.replace(/^argon2/, ''), password)
  if (hash.startsWith('bcrypt_sha256$')) {
    // Django: the digest first, because bcrypt reads no more than 72 bytes.
    return verifyBcrypt(createHash('sha256').update(password).digest('hex'), hash.slice('bcrypt_sha256$'.length))
  }
  const bare = hash.replace(/^bcrypt\$(?=\$2)/, '')
  if (bare.startsWith('$2')) return verifyBcrypt(password, bare)
  const keyed = readKeyed(hash)
  if (!keyed) return false
  const { salt, key } = keyed
  const secret = Buffer.from(password)
  const derived =
    keyed.of === 'pbkdf2'
      ? await pbkdf2(secret, salt, keyed.iterations, key.length, keyed.digest)
      : await scrypt(secret, salt, key.length, { N: keyed.N, r: keyed.r, p: keyed.p, maxmem: 256 * 1024 * 1024 })
  return timingSafeEqual(derived, key)
}
