import { getAccount } from '../../people/accounts/accounts.store.ts'
import type { LiveSession } from '../../people/sessions/read-session.ts'
import type { Db } from '../../platform/database/tables.ts'

/** Finds a signed-in person's username, as shown and as compared. */
export function createGetOwnNames({ db }: { db: Db }) {
  return async function getOwnNames({ accountId }: LiveSession): Promise<{ username: string; usernameKey: string }> {
    const { username, usernameKey } = await getAccount(db, accountId)
    return { username, usernameKey }
  }
}
