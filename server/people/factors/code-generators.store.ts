import type { Queryable, Tx } from '../../platform/database/tables.ts'
import type { Sealed } from '../../platform/settings/sealed-text.ts'

export type CodeGenerator = { sealed: Sealed; addedAt: Date; lastUsedAt: Date | null }

export async function findCodeGenerator(db: Queryable, accountId: string): Promise<CodeGenerator | undefined> {
  const row = await db
    .selectFrom('code_generators')
    .select(['key_id', 'sealed_secret', 'added_at', 'last_used_at'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (!row) return undefined
  const sealed = { keyId: row.key_id, bytes: row.sealed_secret }
  return { sealed, addedAt: row.added_at, lastUsedAt: row.last_used_at }
}

/** Replaces an older one. `step` is the step of time of the code that proved it. */
export async function saveCodeGenerator(
  tx: Tx,
  { accountId, sealed, step, at }: { accountId: string; sealed: Sealed; step: number; at: Date },
): Promise<void> {
  const values = { key_id: sealed.keyId, sealed_secret: sealed.bytes, last_step: String(step), added_at: at }
  await tx
    .insertInto('code_generators')
    .values({ account_id: accountId, ...values, last_used_at: null })
    .onConflict(conflict => conflict.column('account_id').doUpdateSet({ ...values, last_used_at: null }))
    .execute()
}

/** Accepts a step of time once, on all servers (ASVS 6.5.1). False if it was used before, or a later one was. */
export async function acceptStep(
  db: Queryable,
  { accountId, step, at }: { accountId: string; step: number; at: Date },
): Promise<boolean> {
  const row = await db
    .updateTable('code_generators')
    .set({ last_step: String(step), last_used_at: at })
    .where('account_id', '=', accountId)
    .where('last_step', '<', String(step))
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

/** False if there was none. */
export async function deleteCodeGenerator(tx: Tx, accountId: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('code_generators')
    .where('account_id', '=', accountId)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}
