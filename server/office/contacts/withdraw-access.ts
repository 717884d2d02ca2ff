import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { setAccess } from './set-access.ts'

export type AccessWithdrawn =
  | { kind: 'withdrawn'; sessionsEnded: number }
  | { kind: 'was-without' }
  | { kind: 'above-you' }

type Command = { accountId: string; authority: Authority }

/**
 * Keeps a contact from signing in: every session and reset ends in the same transaction (ASVS 7.4.2). The password is
 * kept.
 */
export function createWithdrawAccess({ db, clock }: { db: Db; clock: Clock }) {
  return async function withdrawAccess({ accountId, authority }: Command): Promise<AccessWithdrawn> {
    return db.transaction().execute(async tx => {
      const account = await lockAccount(tx, accountId)
      if (account.kind !== 'contact' || !(await isWithinReach(tx, { authority, accountId })))
        return { kind: 'above-you' as const }
      if (!account.hasWebsiteAccess) return { kind: 'was-without' as const }
      const { sessionsEnded } = await setAccess(tx, { accountId, hasAccess: false, by: authority, at: clock.now() })
      return { kind: 'withdrawn' as const, sessionsEnded }
    })
  }
}

export type WithdrawAccess = ReturnType<typeof createWithdrawAccess>
