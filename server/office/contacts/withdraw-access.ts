import { voidResets } from '../../entry/recovery/void-resets.ts'
import { lockAccount, setWebsiteAccess } from '../../people/accounts/accounts.store.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import { endEverySession } from '../../people/sessions/end-every-session.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

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
      const at = clock.now()
      await setWebsiteAccess(tx, { id: accountId, hasAccess: false })
      const { ended } = await endEverySession(tx, { accountId, because: 'deactivated' })
      await voidResets(tx, { accountId, reason: 'deactivated', at })
      await recordEvent(tx, { at, action: 'access-withdrawn', ...authority, accountId })
      return { kind: 'withdrawn' as const, sessionsEnded: ended }
    })
  }
}

export type WithdrawAccess = ReturnType<typeof createWithdrawAccess>
