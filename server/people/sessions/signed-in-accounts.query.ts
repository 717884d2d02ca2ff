import type { Queryable } from '../../platform/database/tables.ts'

/** Accounts that a session, an app's record or a reset link gives access to, now or after the clock is set back. */
export async function listAccountsWithAccess(db: Queryable): Promise<string[]> {
  const rows = await db
    .selectFrom('sessions')
    .select('account_id')
    .union(
      db
        .selectFrom('provider_records')
        .select(eb => eb.ref('account_id').$notNull().as('account_id'))
        .where('account_id', 'is not', null)
        .where('ended_because', 'is', null),
    )
    .union(
      db.selectFrom('reset_pairs').select('account_id').where('used_at', 'is', null).where('voided_at', 'is', null),
    )
    .union(db.selectFrom('reset_requests').select('account_id').where('state', 'in', ['waiting', 'sent']))
    .orderBy('account_id')
    .execute()
  return rows.map(row => row.account_id)
}
