import { randomUUID } from 'node:crypto'
import { importJWK, type JWK, SignJWT } from 'jose'
import type { BaseLogger } from 'pino'
import { claimLogouts, type DueLogout, deleteLogout, setNextAttempt } from '../../people/sessions/app-logouts.store.ts'
import { sidOf } from '../../people/sessions/sid.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { nextAttempt } from '../../platform/outgoing/next-attempt.ts'
import type { RequestOutside } from '../../platform/outgoing/request-outside.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { createSigningKeys } from './signing-keys.ts'

type Needs = {
  db: Db
  clock: Clock
  secrets: Secrets
  publicUrl: string
  requestOutside: RequestOutside
  log: Pick<BaseLogger, 'info' | 'warn'>
}

/** Longer than an attempt takes, answer and record included. */
const leaseSeconds = 60
/** A receiver checks it within seconds: a copy of the token must not sign anyone out later (2.4). */
const lifetimeSeconds = 2 * 60

/**
 * Tells apps that a person is signed out (OpenID Connect Back-Channel Logout 1.0), again and again for three days if an
 * app doesn't answer. No transaction is open meanwhile. Returns how many it tried.
 */
export function createDeliverLogouts(needs: Needs) {
  const { db, clock, log } = needs
  const sign = createSign(needs)

  async function deliver(logout: DueLogout): Promise<void> {
    const at = clock.now()
    const body = new URLSearchParams({ logout_token: await sign(logout, at) }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Fieldkey' }
    const { status, failure } = await needs.requestOutside(logout.logoutUri, { headers, body })
    // A redirect is not followed: it could lead into the network.
    if (failure === '' && (status === 200 || status === 204)) return deleteLogout(db, logout.id)
    const next = nextAttempt({ ...logout, at })
    const facts = { app: logout.clientId, status, failure, attempts: logout.attempts }
    log.info(facts, next ? 'An app did not take a logout' : 'An app took no logout for three days')
    await (next ? setNextAttempt(db, { id: logout.id, at: next }) : deleteLogout(db, logout.id))
  }

  return async function deliverLogouts(): Promise<number> {
    const due = await claimLogouts(db, { at: clock.now(), leaseSeconds, most: 10 })
    const settled = await Promise.allSettled(due.map(deliver))
    for (const one of settled) {
      if (one.status === 'rejected') log.warn({ err: one.reason }, 'the delivery of a logout is not recorded')
    }
    return due.length
  }
}

function createSign({ secrets, publicUrl }: Needs) {
  const [jwk] = createSigningKeys(secrets)
  return async function sign({ clientId, accountId, grantHash }: DueLogout, at: Date): Promise<string> {
    const seconds = Math.floor(at.getTime() / 1000)
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
    return new SignJWT({ events, sid: sidOf(grantHash) })
      .setProtectedHeader({ alg: 'ES256', kid: String(jwk?.kid), typ: 'logout+jwt' })
      .setIssuer(`${publicUrl}/oidc`)
      .setAudience(clientId)
      .setSubject(accountId)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + lifetimeSeconds)
      .setJti(randomUUID())
      .sign(await importJWK(jwk as JWK, 'ES256'))
  }
}
