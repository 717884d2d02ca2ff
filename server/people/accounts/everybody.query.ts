import { sql } from 'kysely'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

/** True if any user exists, able to sign in or not. */
export async function hasUsers(db: Queryable): Promise<boolean> {
  return (await db.selectFrom('users').select('account_id').limit(1).execute()).length > 0
}

/**
 * Blocks every insert and update of accounts until the transaction ends; reads continue. For actions that run once in
 * an installation's lifetime.
 */
export async function lockAllAccounts(tx: Tx): Promise<void> {
  await sql`lock table accounts in share row exclusive mode`.execute(tx)
}
