import type { Clock } from '../../platform/clock.ts'
import type { Db, Queryable } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import { hashToken } from '../../platform/token.ts'
import { findLiveSession, listLiveSessions, type Session, touchSession } from './sessions.store.ts'

export type LiveSession = Session & {
  /**
   * The person proved their identity a moment ago, so sensitive actions don't ask for it again (ASVS 7.5.1). A person with a
   * second step has proved both.
   */
  isRecent: boolean
}

const { sessions } = limits

/** A method of a session whose browser the person trusts, so that no code was asked. No method of RFC 8176. */
export const trustedBrowser = 'trusted-browser'
const touchSeconds = 60

/** Finds the live session of a cookie and extends its idle time. */
export function createReadSession({ db, clock }: { db: Db; clock: Clock }) {
  return async function readSession(token: string | undefined): Promise<LiveSession | undefined> {
    if (token === undefined) return undefined
    const now = clock.now()
    const session = await findLiveSession(db, { tokenHash: hashToken(token), now, seenAfter: idleSince(now) })
    if (!session) return undefined
    const age = (at: Date) => now.getTime() - at.getTime()
    if (age(session.lastSeenAt) > touchSeconds * 1000) await touchSession(db, { id: session.id, at: now })
    return { ...session, isRecent: isRecent(session, age) }
  }
}

function isRecent({ authenticatedAt, methods }: Session, age: (at: Date) => number): boolean {
  return age(authenticatedAt) < sessions.recentSeconds * 1000 && !methods.includes(trustedBrowser)
}

export type ReadSession = ReturnType<typeof createReadSession>

export function createListSessions({ db, clock }: { db: Db; clock: Clock }) {
  return function listSessions(accountId: string, within: Queryable = db): Promise<Session[]> {
    const now = clock.now()
    return listLiveSessions(within, { accountId, now, seenAfter: idleSince(now) })
  }
}

export type ListSessions = ReturnType<typeof createListSessions>

export function idleSince(now: Date): Date {
  return new Date(now.getTime() - sessions.idleSeconds * 1000)
}
