import { createHash } from 'node:crypto'
import { calculateJwkThumbprint, EmbeddedJWK, type JWK, jwtVerify } from 'jose'
// @ts-expect-error Not public, so without types. Our API accepts the nonces that the library issues.
import ServerChallenge from 'oidc-provider/lib/helpers/challenge.js'
import { saveNewRecord } from '../../people/sessions/provider-records.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { hashToken } from '../../platform/token.ts'
import { nonceSecretOf } from './create-provider.ts'

/** What a proof must be about (RFC 9449, 4.3). */
export type ProofToCheck = { proof: string; method: string; url: string; accessToken: string; thumbprint: string }

export type ProofChecked =
  | { kind: 'proved'; nextNonce: string | undefined }
  | { kind: 'use-nonce'; nonce: string }
  | { kind: 'no-proof' }

/** The lifetime of a nonce. */
const seenSeconds = 5 * 60

/**
 * Checks that the request comes from the device the token was issued to: a fresh signature by its key over this
 * address, this token and one of our nonces, never seen before by any server.
 */
export function createCheckProof({ relaxedDb, clock, secrets }: { relaxedDb: Db; clock: Clock; secrets: Secrets }) {
  const nonces: Nonces = new ServerChallenge(nonceSecretOf(secrets), 'DPoP')

  return async function checkProof(claimed: ProofToCheck): Promise<ProofChecked> {
    const found = await readProof(claimed)
    if (!found) return { kind: 'no-proof' }
    const nextNonce = nonces.nextChallenge()
    if (found.nonce === undefined || !nonces.checkChallenge(found.nonce)) return { kind: 'use-nonce', nonce: nextNonce }
    const isNew = await saveNewRecord(relaxedDb, {
      kind: 'Proof',
      idHash: hashToken(`${claimed.thumbprint} ${found.jti}`),
      payload: {},
      accountId: null,
      grantId: null,
      expiresAt: new Date(clock.now().getTime() + seenSeconds * 1000),
    })
    if (!isNew) return { kind: 'no-proof' }
    return { kind: 'proved', nextNonce: found.nonce === nextNonce ? undefined : nextNonce }
  }
}

type Nonces = { nextChallenge(): string; checkChallenge(nonce: string): boolean }

export type CheckProof = ReturnType<typeof createCheckProof>

/**
 * Reads the nonce and the id of a proof for exactly this request. Ignores the proof's time, because the nonce already
 * proves freshness.
 */
async function readProof({ proof, method, url, accessToken, thumbprint }: ProofToCheck) {
  const verified = await jwtVerify(proof, EmbeddedJWK, { algorithms: ['ES256'], typ: 'dpop+jwt' }).catch(
    () => undefined,
  )
  if (!verified) return undefined
  const { payload, protectedHeader } = verified
  const ath = createHash('sha256').update(accessToken).digest('base64url')
  const isAboutThis = payload.htm === method && payload.htu === url && payload.ath === ath
  if (!isAboutThis || typeof payload.jti !== 'string') return undefined
  if ((await calculateJwkThumbprint(protectedHeader.jwk as JWK)) !== thumbprint) return undefined
  return { jti: payload.jti, nonce: typeof payload.nonce === 'string' ? payload.nonce : undefined }
}
