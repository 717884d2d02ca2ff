import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import { endOneSession } from '../../people/sessions/end-one-session.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

export type UserSessionEnded = { kind: 'ended' } | { kind: 'was-ended' } | { kind: 'above-you' }

type Command = { accountId: string; sessionId: string; authority: Authority }

/** Signs a user out of one browser or one app (ASVS 7.5.2). The other sessions stay. */
export function createEndUserSession({ db, clock }: { db: Db; clock: Clock }) {
  return async function endUserSession({ accountId, sessionId, authority }: Command): Promise<UserSessionEnded> {
    return db.transaction().execute(async tx => {
      await lockAccount(tx, accountId)
      if (!(await isWithinReach(tx, { authority, accountId }))) return { kind: 'above-you' as const }
      const ended = await endOneSession(tx, { accountId, id: sessionId, because: 'signed-out-by-admin' })
      if (!ended) return { kind: 'was-ended' as const }
      const details = ended.kind === 'app' ? { app: ended.clientId } : {}
      await recordEvent(tx, { at: clock.now(), action: 'session-ended', ...authority, accountId, details })
      return { kind: 'ended' as const }
    })
  }
}
