import { hasUsers } from '../../people/accounts/everybody.query.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Queryable } from '../../platform/database/tables.ts'
import { hashToken, isToken } from '../../platform/token.ts'
import { findExpiry } from './set-up.store.ts'

/** `done`: a user can sign in, so no link works any longer, used or not. */
export type SetUpLinkState = 'live' | 'unknown' | 'expired' | 'done'

/** Reads the state of a set-up link. Changes nothing. */
export function createReadSetUpLink({ db, clock }: { db: Db; clock: Clock }) {
  return (handle: string): Promise<SetUpLinkState> => stateOfLink(db, { handle, now: clock.now() })
}

export async function stateOfLink(
  db: Queryable,
  { handle, now }: { handle: string; now: Date },
): Promise<SetUpLinkState> {
  const expiresAt = isToken(handle) ? await findExpiry(db, hashToken(handle)) : undefined
  if (!expiresAt) return 'unknown'
  if (await hasUsers(db)) return 'done'
  return expiresAt > now ? 'live' : 'expired'
}
