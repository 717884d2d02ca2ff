import { type Account, whyClosed } from '../../people/accounts/account.ts'
import { lockAccount } from '../../people/accounts/accounts.store.ts'
import type { Tx } from '../../platform/database/tables.ts'

/**
 * Locks an account that can sign in; undefined if it can't. Every revocation locks the account: it either sees the session
 * that starts in this transaction, or has ended the half-done sign-in before.
 */
export async function lockOpen(tx: Tx, accountId: string): Promise<Account | undefined> {
  const account = await lockAccount(tx, accountId)
  return whyClosed(account) === undefined && account.compromisedAt === null ? account : undefined
}
