import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { hashToken } from '../../platform/token.ts'

const purpose = 'passkey challenges'
const randomLength = 32
const timeLength = 8
const bodyLength = randomLength + timeLength

type Needs = { secrets: Secrets; clock: Clock }

/** What an answer is for: `sign-in`, or the account that adds a passkey. */
type About = { about: string }

/**
 * A challenge of 32 random bytes, its end, and our keyed hash of both (ASVS 6.7.2). Showing a form writes no row; the
 * challenge is spent when it is answered.
 */
export function makeChallenge({ secrets, clock }: Needs, { about }: About): Uint8Array<ArrayBuffer> {
  const expiresAt = Buffer.alloc(timeLength)
  expiresAt.writeBigInt64BE(BigInt(clock.now().getTime() + limits.passkeyChallenges.seconds * 1000))
  const body = Buffer.concat([randomBytes(randomLength), expiresAt])
  return Uint8Array.from(Buffer.concat([body, secrets.hmac(purpose, about, body).mac]))
}

/** Undefined if we didn't make it for this, or if it has expired. */
export function readChallenge({ secrets, clock }: Needs, { challenge, about }: About & { challenge: string }) {
  const bytes = Buffer.from(challenge, 'base64url')
  const [body, mac] = [bytes.subarray(0, bodyLength), bytes.subarray(bodyLength)]
  const isOurs = secrets.keyIds.some(keyId => {
    const expected = secrets.getHmacWith(keyId, purpose, about, body)
    return expected.length === mac.length && timingSafeEqual(expected, mac)
  })
  if (!isOurs) return undefined
  const expiresAt = new Date(Number(body.readBigInt64BE(randomLength)))
  return expiresAt > clock.now() ? { challengeHash: hashToken(challenge), expiresAt } : undefined
}
