import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes (ASVS 7.2.3, 11.5.1) for a cookie or a link: 43 characters of base64url. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

/** The form stored in the database. Plain SHA-256 is enough for a value that cannot be guessed. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
