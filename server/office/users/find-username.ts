import { findAccountById } from '../../people/accounts/accounts.store.ts'
import type { Db } from '../../platform/database/tables.ts'

/** What a user is called; nothing if nobody has that id, or a contact. */
export function createFindUsername({ db }: { db: Db }) {
  return async function findUsername(accountId: string): Promise<string | undefined> {
    const account = await findAccountById(db, accountId)
    return account?.kind === 'user' ? account.username : undefined
  }
}

export type FindUsername = ReturnType<typeof createFindUsername>
