import { lockAccount, markInactive } from '../accounts/accounts.store.ts'
import { recordEvent } from '../audit/audit.store.ts'
import type { Clock } from '../clock.ts'
import type { Actor, Db } from '../database/tables.ts'
import { voidResets } from '../recovery/void-resets.ts'
import { endEverySession } from '../sessions/end-every-session.ts'

export type UserDeactivated = { kind: 'deactivated'; sessionsEnded: number } | { kind: 'was-inactive' }

/** Closes an account: no sign-in, and every session and reset of it ends in the same transaction (ASVS 7.4.2). */
export function createDeactivateUser({ db, clock }: { db: Db; clock: Clock }) {
  return async function deactivateUser(accountId: string, actor: Actor): Promise<UserDeactivated> {
    return db.transaction().execute(async tx => {
      const account = await lockAccount(tx, accountId)
      if (!account.isActive) return { kind: 'was-inactive' as const }
      const at = clock.now()
      await markInactive(tx, accountId)
      const { ended } = await endEverySession(tx, { accountId })
      await voidResets(tx, { accountId, reason: 'deactivated', at })
      await recordEvent(tx, { at, action: 'user-deactivated', actor, accountId })
      return { kind: 'deactivated' as const, sessionsEnded: ended }
    })
  }
}
