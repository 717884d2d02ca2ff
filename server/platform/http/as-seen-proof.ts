import { timingSafeEqual } from 'node:crypto'
import type { Secrets } from '../settings/secrets.ts'

const PURPOSE = 'doctor request'
const LIFE_MS = 60_000

/**
 * Proves that the request comes from a program with our keys. `doctor` has them, and there may be no user to sign in
 * yet.
 */
export function makeProof(secrets: Secrets, now: Date): string {
  const at = String(now.getTime())
  const { keyId, mac } = secrets.hmac(PURPOSE, at)
  return `Fieldkey ${at}.${keyId}.${mac.toString('hex')}`
}

export function isProof(text: string | undefined, { secrets, now }: { secrets: Secrets; now: Date }): boolean {
  const [, at = '', keyId = '', mac = ''] = /^Fieldkey (\d{13})\.([\w.-]{1,64})\.([0-9a-f]{64})$/.exec(text ?? '') ?? []
  const expected = at === '' ? undefined : secrets.hmacWith(keyId, PURPOSE, at)
  if (expected === undefined || Math.abs(now.getTime() - Number(at)) > LIFE_MS) return false
  return timingSafeEqual(expected, Buffer.from(mac, 'hex'))
}
