import { timingSafeEqual } from 'node:crypto'
import { minuteMs } from '../../../shared/time.ts'
import type { Secrets } from '../settings/secrets.ts'

const purpose = 'doctor request'
const lifeMs = minuteMs

/**
 * Proves that the request comes from a program with our keys. `doctor` has them, and there may be no user to sign in
 * yet.
 */
export function makeProof(secrets: Secrets, now: Date): string {
  const at = String(now.getTime())
  const { keyId, mac } = secrets.hmac(purpose, at)
  return `Fieldkey ${at}.${keyId}.${mac.toString('hex')}`
}

export function isProof(text: string | undefined, { secrets, now }: { secrets: Secrets; now: Date }): boolean {
  const [, at = '', keyId = '', mac = ''] = /^Fieldkey (\d{13})\.([\w.-]{1,64})\.([0-9a-f]{64})$/.exec(text ?? '') ?? []
  const expected = at === '' ? undefined : secrets.hmacWith(keyId, purpose, at)
  if (expected === undefined || Math.abs(now.getTime() - Number(at)) > lifeMs) return false
  return timingSafeEqual(expected, Buffer.from(mac, 'hex'))
}
