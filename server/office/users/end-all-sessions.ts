import { voidResets } from '../../entry/recovery/void-resets.ts'
import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { endEverySession } from '../../people/sessions/end-every-session.ts'
import { listAccountsWithAccess } from '../../people/sessions/signed-in-accounts.query.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

/**
 * Signs everyone out everywhere, including apps, and ends every reset link, because a restored backup revives them.
 * Each account has its own transaction, so none waits for all the others. A second run completes an interrupted one.
 */
export function createEndAllSessions({ db, clock }: { db: Db; clock: Clock }) {
  return async function endAllSessions(): Promise<{ accounts: number; sessionsEnded: number }> {
    const accountIds = await listAccountsWithAccess(db)
    let sessionsEnded = 0
    for (const accountId of accountIds) {
      sessionsEnded += await db.transaction().execute(async tx => {
        await lockAccount(tx, accountId)
        const { ended } = await endEverySession(tx, { accountId, because: 'signed-out-by-admin' })
        await voidResets(tx, { accountId, reason: 'sessions-ended', at: clock.now() })
        await recordEvent(tx, { at: clock.now(), action: 'all-sessions-ended', actor: 'command-line', accountId })
        return ended
      })
    }
    return { accounts: accountIds.length, sessionsEnded }
  }
}
