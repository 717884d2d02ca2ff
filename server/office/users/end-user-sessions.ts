import { voidResets } from '../../entry/recovery/void-resets.ts'
import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import { endEverySession } from '../../people/sessions/end-every-session.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

export type UserSessionsEnded = { kind: 'ended'; sessionsEnded: number } | { kind: 'above-you' }

type Command = { accountId: string; authority: Authority }

/** Signs a user out everywhere (ASVS 7.4.5). The password stays. */
export function createEndUserSessions({ db, clock }: { db: Db; clock: Clock }) {
  return async function endUserSessions({ accountId, authority }: Command): Promise<UserSessionsEnded> {
    return db.transaction().execute(async tx => {
      await lockAccount(tx, accountId)
      if (!(await isWithinReach(tx, { authority, accountId }))) return { kind: 'above-you' as const }
      const { ended } = await endEverySession(tx, { accountId, because: 'signed-out-by-admin' })
      const at = clock.now()
      await voidResets(tx, { accountId, reason: 'sessions-ended', at })
      await recordEvent(tx, { at, action: 'all-sessions-ended', ...authority, accountId })
      return { kind: 'ended' as const, sessionsEnded: ended }
    })
  }
}
