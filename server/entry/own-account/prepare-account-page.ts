import type { Account } from '../../people/accounts/account.ts'
import { getAccount } from '../../people/accounts/accounts.store.ts'
import type { AddressChange } from '../../people/accounts/address-changes.store.ts'
import { findHold } from '../../people/accounts/find-hold.ts'
import { contextOf } from '../../people/accounts/password-context.ts'
import { listCompanyLinks } from '../../people/company-providers/list-company-links.ts'
import type { ReadNextStep } from '../../people/factors/find-next-step.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { ListSessions, LiveSession } from '../../people/sessions/read-session.ts'
import { listSignedInApps } from '../../people/sessions/signed-in-apps.query.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type Meter, meterFor } from '../../platform/passwords/meter.ts'
import type { PasswordRule } from '../../platform/passwords/password-rule.ts'

/** An address that another person set, and that is not yet in use. */
export type NewAddress = {
  change: AddressChange
  /** Null after an objection: the wait has no end. */
  until: Date | null
  /** People can't confirm their own change. */
  isOwnChange: boolean
}

export type AccountView = {
  account: Account
  /** Links to the sites and apps for this user type. */
  targets: { label: string; href: string }[]
  strength: Meter
  newAddress: NewAddress | undefined
  /** The end of the grace period of a person who must add a second step. */
  secondStepDue: Date | undefined
  sessions: { id: string; isThis: boolean; device: string; network: string; secondsSinceSeen: number }[]
  companies: Awaited<ReturnType<typeof listCompanyLinks>>
  /** Apps that this person is signed in to (ASVS 10.7.3). */
  apps: { id: string; name: string; device: string | null; since: Date }[]
}

/** Prepares what a person sees of their own account. */
export function createPrepareAccountPage(needs: {
  db: Db
  clock: Clock
  rule: PasswordRule
  listSessions: ListSessions
  listTargets: (account: Account) => Promise<AccountView['targets']>
  /** Passed in, because apps belong to a higher storey (oidc/). */
  listApps: () => Promise<readonly { id: string; name: string }[]>
  readNextStep: ReadNextStep
}) {
  const { db, clock, rule, listSessions, listTargets, listApps, readNextStep } = needs

  async function listSignedIn(accountId: string, now: Date): Promise<AccountView['apps']> {
    const [signedIn, apps] = await Promise.all([listSignedInApps(db, { accountId, now }), listApps()])
    return signedIn.map(({ id, clientId, startedAt, device }) => ({
      id,
      name: apps.find(app => app.id === clientId)?.name ?? clientId,
      device,
      since: startedAt,
    }))
  }

  return async function prepareAccountPage(session: LiveSession): Promise<AccountView> {
    const account = await getAccount(db, session.accountId)
    const at = clock.now()
    const now = at.getTime()
    const [hold, targets, organisation, sessions, apps, step, companies] = await Promise.all([
      findHold({ db, clock }, account.id),
      listTargets(account),
      getOrganisation(db),
      listSessions(account.id),
      listSignedIn(account.id, at),
      readNextStep(account),
      listCompanyLinks(db, account),
    ])
    return {
      account,
      targets,
      companies,
      newAddress: hold && {
        change: hold.change,
        until: hold.kind === 'waits' ? hold.until : null,
        isOwnChange: hold.change.changedBy === account.id,
      },
      secondStepDue: step.kind === 'none' ? step.dueAt : undefined,
      strength: meterFor(rule, contextOf(account, organisation)),
      sessions: sessions.map(({ id, device, network, lastSeenAt }) => ({
        id,
        isThis: id === session.id,
        device,
        network,
        secondsSinceSeen: (now - lastSeenAt.getTime()) / 1000,
      })),
      apps,
    }
  }
}
