import { sql } from 'kysely'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

/** Whether anybody on the staff is there, able to sign in or not. */
export async function hasUsers(db: Queryable): Promise<boolean> {
  return (await db.selectFrom('users').select('account_id').limit(1).execute()).length > 0
}

/** Nobody adds or changes an account until the transaction ends; reading goes on. For what happens once in a lifetime. */
export async function lockAllAccounts(tx: Tx): Promise<void> {
  await sql`lock table accounts in share row exclusive mode`.execute(tx)
}
