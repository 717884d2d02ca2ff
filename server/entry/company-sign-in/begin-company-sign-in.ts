import * as client from 'openid-client'
import { findProvider } from '../../people/company-providers/providers.store.ts'
import type { LiveSession } from '../../people/sessions/read-session.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { sealTicket } from './company-ticket.ts'
import type { ConnectProvider } from './provider-connection.ts'
import { returnAddress } from './return-address.ts'

export type CompanySignInBegun =
  | { kind: 'begun'; name: string; address: string; ticket: string }
  | { kind: 'provider-down'; name: string; fault: unknown }
  | { kind: 'no-such-provider' }

type Needs = { db: Db; clock: Clock; secrets: Secrets; publicUrl: string; connectProvider: ConnectProvider }
type Visit = {
  providerId: string
  /** The sign-in form that the person comes back to. */
  at: string
  username: string
  /** The provider asks again, even if the person is signed in there. */
  isFresh: boolean
  /** Links the identity to this person's account. */
  linksFor?: LiveSession | undefined
}

/** Prepares a visit of the provider: code flow with PKCE, state and nonce, all bound to this browser. */
export function createBeginCompanySignIn({ db, clock, secrets, publicUrl, connectProvider }: Needs) {
  return async function beginCompanySignIn(visit: Visit): Promise<CompanySignInBegun> {
    const provider = await findProvider(db, visit.providerId)
    if (!provider) return { kind: 'no-such-provider' }
    const { id: providerId, name } = provider
    try {
      const connection = await connectProvider(provider)
      const ticket = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        at: visit.at,
        ...(visit.linksFor && { linksFor: visit.linksFor.id }),
        expiresAt: clock.now().getTime() + limits.companySignIns.seconds * 1000,
      }
      const address = client.buildAuthorizationUrl(connection, {
        redirect_uri: returnAddress(publicUrl, providerId),
        scope: 'openid email profile',
        state: ticket.state,
        nonce: ticket.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(ticket.verifier),
        code_challenge_method: 'S256',
        ...(visit.username.includes('@') && { login_hint: visit.username }),
        ...(visit.isFresh && { prompt: 'login' }),
      })
      return { kind: 'begun', name, address: address.href, ticket: sealTicket(secrets, { ticket, providerId }) }
    } catch (fault) {
      return { kind: 'provider-down', name, fault }
    }
  }
}
