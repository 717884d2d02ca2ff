import { type Account, whyClosed } from '../../people/accounts/account.ts'
import { getAccount } from '../../people/accounts/accounts.store.ts'
import { markIdentityUsed } from '../../people/company-providers/identities.store.ts'
import { covers } from '../../people/company-providers/matching-providers.ts'
import { type CompanyProvider, findProvider, lockProvider } from '../../people/company-providers/providers.store.ts'
import type { FindNextStep } from '../../people/factors/find-next-step.ts'
import { spendChallenge } from '../../people/factors/spent-challenges.store.ts'
import { trustedBrowser } from '../../people/sessions/read-session.ts'
import type { StartSession } from '../../people/sessions/start-session.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { hashToken } from '../../platform/token.ts'
import type { BeginHalfDone } from '../second-step/half-done.ts'
import { queueFactorNotice } from '../second-step/queue-factor-notice.ts'
import { openTicket } from './company-ticket.ts'
import { findPersonOf } from './find-person.ts'
import { linkOwnIdentity } from './link-own-identity.ts'
import type { CompanyPerson, ReadIdentity } from './read-identity.ts'

type Browser = { caller: Caller; sessionToken: string | undefined; deviceToken: string | undefined }
export type CompanyReturn = Browser & {
  providerId: string
  /** The cookie of the visit. */
  ticket: string | undefined
  /** The address that the provider sent the browser to. */
  address: URL
  /** The session of the browser, if a person is signed in. */
  session: { id: string; accountId: string } | undefined
}

export type CompanySignedIn =
  | { kind: 'signed-in'; at: string; sessionToken: string; deviceToken: string }
  | { kind: 'half-done'; at: string; halfToken: string }
  | { kind: 'linked' | 'not-linked'; at: string; name: string }
  /** Another browser's, expired, or used before. */
  | { kind: 'over' }
  | { kind: 'provider-down'; name: string; fault: unknown }
  | { kind: 'denied' | 'refused' | 'unknown' | 'no-licence' | 'closed'; name: string; fault?: unknown }

type Needs = {
  db: Db
  clock: Clock
  secrets: Secrets
  queueMail: QueueMail
  readIdentity: ReadIdentity
  startSession: StartSession
  findNextStep: FindNextStep
  beginHalfDone: BeginHalfDone
}

/** Signs in a person who comes back from the provider. The visit counts once, in the browser that began it. */
export function createCompleteCompanySignIn(needs: Needs) {
  const { db, clock } = needs
  return async function completeCompanySignIn(back: CompanyReturn): Promise<CompanySignedIn> {
    const ticket = openTicket(needs, { sealed: back.ticket, providerId: back.providerId })
    const provider = await findProvider(db, back.providerId)
    if (!ticket || !provider || back.address.searchParams.get('state') !== ticket.state) return { kind: 'over' }
    const spent = { challengeHash: hashToken(ticket.state), expiresAt: new Date(ticket.expiresAt) }
    if (!(await spendChallenge(db, spent))) return { kind: 'over' }
    const { name } = provider
    const read = await needs.readIdentity({ provider, ticket, address: back.address })
    if (read.kind !== 'read') return { name, ...read }
    const { person } = read
    if (ticket.linksFor !== undefined) {
      const { session, caller } = back
      if (session?.id !== ticket.linksFor) return { kind: 'over' }
      const linked = await linkOwnIdentity(needs, { provider, person, accountId: session.accountId, caller })
      return { kind: linked ? 'linked' : 'not-linked', at: ticket.at, name }
    }
    return db.transaction().execute(async tx => {
      const current = await lockProvider(tx, provider.id)
      if (!current) return { kind: 'over' as const }
      const found = await findPersonOf(tx, { provider: current, person, caller: back.caller, at: clock.now() })
      if (found.kind !== 'found') return { kind: found.kind, name }
      const { account } = found
      if (found.isNewLink) await queueFactorNotice(tx, needs, { account, event: 'company-linked' })
      return enter(tx, needs, { account, provider: current, person, back, at: ticket.at })
    })
  }
}

type Entering = { account: Account; provider: CompanyProvider; person: CompanyPerson; back: CompanyReturn; at: string }

async function enter(tx: Tx, needs: Needs, entering: Entering): Promise<CompanySignedIn> {
  const { account, provider, person, back, at } = entering
  const now = needs.clock.now()
  const accountId = account.id
  const why = covers(provider, account) ? whyClosed(account) : 'not-admitted'
  if (why !== undefined || account.compromisedAt !== null) {
    const details = { why: why ?? 'compromised', provider: provider.name }
    await recordEvent(tx, { at: now, action: 'sign-in-refused', actor: 'nobody', accountId, ...back.caller, details })
    return { kind: 'closed', name: provider.name }
  }
  await markIdentityUsed(tx, { providerId: provider.id, subject: person.subject, at: now })
  const methods = ['fed', ...person.methods]
  const isBoth = provider.countsAsBothSteps || person.methods.includes('mfa')
  const step = isBoth ? undefined : await needs.findNextStep(await getAccount(tx, accountId), back.deviceToken, tx)
  if (step?.kind === 'code' || step?.kind === 'add') {
    return {
      kind: 'half-done',
      at,
      ...(await needs.beginHalfDone({ accountId, mustAdd: step.kind === 'add', methods }, tx)),
    }
  }
  const passed = step?.kind === 'trusted' ? [...methods, trustedBrowser] : methods
  const { caller, sessionToken, deviceToken } = back
  const session = {
    accountId,
    caller,
    sessionToken,
    deviceToken,
    methods: passed,
    authenticatedAt: provedAt(person, now),
  }
  return { kind: 'signed-in', at, ...(await needs.startSession(session, tx)) }
}

/** A provider that doesn't say when the person signed in there may have done so long ago: sensitive changes ask again. */
function provedAt({ authenticatedAt }: CompanyPerson, now: Date): Date {
  const longAgo = new Date(now.getTime() - limits.sessions.recentSeconds * 1000)
  return authenticatedAt === undefined ? longAgo : new Date(Math.min(authenticatedAt.getTime(), now.getTime()))
}
