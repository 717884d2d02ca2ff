import { findAccountById } from '../../people/accounts/accounts.store.ts'
import type { Db } from '../../platform/database/tables.ts'

/** Finds the username of a user. Returns nothing for an unknown id or a contact. */
export function createFindUsername({ db }: { db: Db }) {
  return async function findUsername(accountId: string): Promise<string | undefined> {
    const account = await findAccountById(db, accountId)
    return account?.kind === 'user' ? account.username : undefined
  }
}

export type FindUsername = ReturnType<typeof createFindUsername>
