import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Passkey } from '../../people/factors/passkeys.store.ts'

/** The site that passkeys belong to: the host of PUBLIC_URL, and its origin. */
export type Site = { rpId: string; origin: string }

export function siteOf(publicUrl: string): Site {
  const { hostname: rpId, origin } = new URL(publicUrl)
  return { rpId, origin }
}

/** EdDSA, ES256 and RS256 (IANA COSE algorithms): what the passkeys of today's devices use. */
export const algorithms = [-8, -7, -257]

const base64url = z
  .string()
  .max(8000)
  .regex(/^[\w-]*$/)

/** What the checks below read. The library checks the rest. */
const answerShape = z.looseObject({
  id: base64url.min(1),
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: base64url, userHandle: base64url.nullish() }),
})

export type PasskeyAnswer = z.infer<typeof answerShape>

/** Undefined for text that no browser sends. */
export function readAnswer(text: string): PasskeyAnswer | undefined {
  try {
    return answerShape.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** The challenge that a browser says it has answered. The signature shows later that it did. */
export function challengeOf({ response }: PasskeyAnswer): string {
  try {
    const data: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString())
    return z.object({ challenge: base64url }).parse(data).challenge
  } catch {
    return ''
  }
}

type Checking = { answer: PasskeyAnswer; site: Site; challenge: string }

/** Checks signature, origin, RP id, user verification and counter. Undefined if any of them is wrong. */
export async function checkSignature({ answer, site, challenge, passkey }: Checking & { passkey: Passkey }) {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId.toString('base64url'),
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: passkey.counter,
      },
    })
    return verified ? { counter: authenticationInfo.newCounter } : undefined
  } catch {
    return undefined
  }
}

/** Checks a new passkey. Undefined if anything is wrong. */
export async function checkNewPasskey({ answer, site, challenge }: Checking) {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!verified) return undefined
    const { credential, credentialBackedUp } = registrationInfo
    return {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      isSynced: credentialBackedUp,
    }
  } catch {
    return undefined
  }
}
