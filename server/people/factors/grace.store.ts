import type { Queryable } from '../../platform/database/tables.ts'

/** The grace period begins once: a later call leaves it unchanged. */
export async function beginGrace(db: Queryable, { accountId, at }: { accountId: string; at: Date }): Promise<void> {
  await db
    .insertInto('second_step_grace')
    .values({ account_id: accountId, began_at: at })
    .onConflict(conflict => conflict.column('account_id').doNothing())
    .execute()
}
