import type { Queryable, Tx } from '../../platform/database/tables.ts'

/** The grace period begins once: a later call leaves it unchanged. */
export async function beginGrace(db: Queryable, { accountId, at }: { accountId: string; at: Date }): Promise<void> {
  await db
    .insertInto('second_step_grace')
    .values({ account_id: accountId, began_at: at })
    .onConflict(conflict => conflict.column('account_id').doNothing())
    .execute()
}

/** A person without any factor adds one at the next sign-in, if the policy requires it. */
export async function endGrace(tx: Tx, accountId: string): Promise<void> {
  const longAgo = new Date(0)
  await tx
    .insertInto('second_step_grace')
    .values({ account_id: accountId, began_at: longAgo })
    .onConflict(conflict => conflict.column('account_id').doUpdateSet({ began_at: longAgo }))
    .execute()
}
