import { createHmac, timingSafeEqual } from 'node:crypto'
import { limits } from '../../platform/limits/limits.ts'

export type SignedRequest = {
  /** From the header: seconds since 1970, as text. */
  timestamp: string | undefined
  /** Hex. */
  signature: string | undefined
  body: Buffer
}

/**
 * True if the body was signed with our key a short while ago: HMAC-SHA-256 over the time, a full stop and the raw
 * bytes. A replay within that time changes nothing, because a message bounces only once.
 */
export function isSignedBy(key: Buffer, { timestamp = '', signature = '', body }: SignedRequest, now: Date): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{64}$/i.test(signature)) return false
  const expected = createHmac('sha256', key).update(`${timestamp}.`).update(body).digest()
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) return false
  return Math.abs(now.getTime() / 1000 - Number(timestamp)) <= limits.mail.signatureSeconds
}
