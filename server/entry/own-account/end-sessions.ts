import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { queueLogouts } from '../../people/sessions/app-logouts.store.ts'
import { endEverySession } from '../../people/sessions/end-every-session.ts'
import { endOneSession } from '../../people/sessions/end-one-session.ts'
import type { LiveSession } from '../../people/sessions/read-session.ts'
import { deleteSession } from '../../people/sessions/sessions.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { voidResets } from '../recovery/void-resets.ts'

export type SessionsEnded = { kind: 'ended' } | { kind: 'confirm-first' }

export type SessionsToEnd = {
  session: LiveSession
  /** The id of one session or app, or `others` for all but the current session. */
  which: string
  caller: Caller
}

/** Ends one or all other sessions and apps of a person who has proved their identity a moment ago (ASVS 7.5.2). */
export function createEndSessions({ db, clock }: { db: Db; clock: Clock }) {
  return async function endSessions({ session, which, caller }: SessionsToEnd): Promise<SessionsEnded> {
    if (!session.isRecent) return { kind: 'confirm-first' }
    const { accountId, id } = session
    await db.transaction().execute(async tx => {
      await lockAccount(tx, accountId)
      const isAll = which === 'others'
      const because = 'expired'
      const at = clock.now()
      if (isAll) {
        await endEverySession(tx, { accountId, because, exceptSessionId: id })
        await voidResets(tx, { accountId, reason: 'sessions-ended', at })
      }
      const one = isAll ? undefined : await endOneSession(tx, { accountId, id: which, because })
      await recordEvent(tx, {
        at,
        action: isAll ? 'all-sessions-ended' : 'session-ended',
        actor: 'self',
        actorAccountId: accountId,
        accountId,
        ...caller,
        ...(one?.kind === 'app' && { details: { app: one.clientId } }),
      })
    })
    return { kind: 'ended' }
  }
}

/** Ends the session at the server on sign-out, so that a copied cookie is useless too (ASVS 7.4.1). */
export function createSignOut({ db, clock }: { db: Db; clock: Clock }) {
  return async function signOut({ session, caller }: { session: LiveSession; caller: Caller }): Promise<void> {
    const { accountId, id } = session
    await db.transaction().execute(async tx => {
      await deleteSession(tx, { id, accountId })
      await queueLogouts(tx, { accountId, sessionId: id })
      await recordEvent(tx, {
        at: clock.now(),
        action: 'signed-out',
        actor: 'self',
        actorAccountId: accountId,
        accountId,
        ...caller,
      })
    })
  }
}
