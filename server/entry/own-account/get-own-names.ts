import { getAccount } from '../../people/accounts/accounts.store.ts'
import type { LiveSession } from '../../people/sessions/read-session.ts'
import type { Db } from '../../platform/database/tables.ts'

/** The username of a signed-in person, as it is shown and as it is compared. */
export function createGetOwnNames({ db }: { db: Db }) {
  return async function getOwnNames({ accountId }: LiveSession): Promise<{ username: string; usernameKey: string }> {
    const { username, usernameKey } = await getAccount(db, accountId)
    return { username, usernameKey }
  }
}
