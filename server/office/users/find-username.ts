import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { findUserRow } from './users.query.ts'

/** What a user is called; nothing if nobody has that id, or a contact. */
export function createFindUsername({ db, clock }: { db: Db; clock: Clock }) {
  return async function findUsername(accountId: string): Promise<string | undefined> {
    return (await findUserRow(db, { id: accountId, now: clock.now() }))?.username
  }
}

export type FindUsername = ReturnType<typeof createFindUsername>
