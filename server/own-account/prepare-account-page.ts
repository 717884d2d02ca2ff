import type { Account } from '../accounts/account.ts'
import { getAccount } from '../accounts/accounts.store.ts'
import { getOrganisation } from '../accounts/organisation.store.ts'
import { contextOf } from '../accounts/password-context.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import { type Meter, meterFor } from '../passwords/meter.ts'
import type { PasswordRule } from '../passwords/password-rule.ts'
import type { ListSessions, LiveSession } from '../sessions/read-session.ts'

export type AccountView = {
  account: Account
  /** Where the work is, for people of this type. */
  targets: { label: string; href: string }[]
  strength: Meter
  sessions: { id: string; isThis: boolean; device: string; network: string; secondsSinceSeen: number }[]
}

/** What a person sees of their own account. */
export function createPrepareAccountPage(needs: {
  db: Db
  clock: Clock
  rule: PasswordRule
  listSessions: ListSessions
  listTargets: (account: Account) => Promise<AccountView['targets']>
}) {
  const { db, clock, rule, listSessions, listTargets } = needs
  return async function prepareAccountPage(session: LiveSession): Promise<AccountView> {
    const account = await getAccount(db, session.accountId)
    const now = clock.now().getTime()
    return {
      account,
      targets: await listTargets(account),
      strength: meterFor(rule, contextOf(account, await getOrganisation(db))),
      sessions: (await listSessions(account.id)).map(({ id, device, network, lastSeenAt }) => ({
        id,
        isThis: id === session.id,
        device,
        network,
        secondsSinceSeen: (now - lastSeenAt.getTime()) / 1000,
      })),
    }
  }
}

export type PrepareAccountPage = ReturnType<typeof createPrepareAccountPage>
