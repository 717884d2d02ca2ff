import * as client from 'openid-client'
import type { CompanyProvider } from '../../people/company-providers/providers.store.ts'
import type { CompanyTicket } from './company-ticket.ts'
import { type ConnectProvider, ProviderDown } from './provider-connection.ts'

/** What a verified token says about a person. */
export type CompanyPerson = {
  subject: string
  /** Only an address that the provider has verified. */
  email: string | undefined
  givenName: string
  familyName: string
  /** The steps at the provider, where it tells them (RFC 8176). */
  methods: string[]
  /** When the person signed in there, where it tells that. */
  authenticatedAt: Date | undefined
}

export type IdentityRead =
  | { kind: 'read'; person: CompanyPerson }
  | { kind: 'provider-down'; fault: unknown }
  /** The provider said no: the person cancelled, or isn't admitted there. */
  | { kind: 'denied'; error: string }
  /** The answer or its token isn't one that was asked for. */
  | { kind: 'refused'; fault: unknown }

type Return = { provider: CompanyProvider; ticket: CompanyTicket; address: URL }

/** Exchanges the code and verifies the token: issuer, audience, nonce, times, signature, and the issuer of the answer (RFC 9207). */
export function createReadIdentity({ connectProvider }: { connectProvider: ConnectProvider }) {
  return async function readIdentity({ provider, ticket, address }: Return): Promise<IdentityRead> {
    try {
      const connection = await connectProvider(provider)
      const tokens = await client.authorizationCodeGrant(connection, address, {
        expectedState: ticket.state,
        expectedNonce: ticket.nonce,
        pkceCodeVerifier: ticket.verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      return claims ? { kind: 'read', person: personOf(claims) } : { kind: 'refused', fault: new Error('No ID token') }
    } catch (fault) {
      if (isDown(fault)) return { kind: 'provider-down', fault }
      if (fault instanceof client.AuthorizationResponseError) return { kind: 'denied', error: fault.error }
      return { kind: 'refused', fault }
    }
  }
}

export type ReadIdentity = ReturnType<typeof createReadIdentity>

const isDown = (fault: unknown): boolean =>
  fault instanceof ProviderDown || (fault instanceof Error && fault.cause instanceof ProviderDown)

/** Values of RFC 8176 that a session may repeat to apps. */
const knownMethods = [
  'pwd',
  'otp',
  'mfa',
  'hwk',
  'swk',
  'sms',
  'tel',
  'pin',
  'face',
  'fpt',
  'iris',
  'sc',
  'user',
  'kba',
  'mca',
  'rba',
  'wia',
]

function personOf(claims: client.IDToken): CompanyPerson {
  const methods = Array.isArray(claims.amr) ? claims.amr.filter(one => knownMethods.includes(String(one))) : []
  return {
    subject: claims.sub,
    email: isVerified(claims) && typeof claims.email === 'string' ? claims.email : undefined,
    givenName: textOf(claims.given_name),
    familyName: textOf(claims.family_name),
    methods: methods.map(String),
    authenticatedAt: typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1000) : undefined,
  }
}

/** Entra ID has no `email_verified`. Its `xms_edov` says that the owner of the domain was verified. */
function isVerified({ email_verified: verified, xms_edov: ownsDomain }: client.IDToken): boolean {
  if (verified !== undefined) return verified === true
  return [true, 1, '1', 'true'].some(yes => yes === ownsDomain)
}

const textOf = (claim: unknown) => (typeof claim === 'string' ? claim.trim().slice(0, 100) : '')
