import type { Queryable, Tx } from '../../platform/database/tables.ts'
import type { Mac } from '../../platform/settings/secrets.ts'

/** New codes replace all older ones. */
export async function replaceRecoveryCodes(
  tx: Tx,
  { accountId, hashes, at }: { accountId: string; hashes: readonly Mac[]; at: Date },
): Promise<void> {
  await deleteRecoveryCodes(tx, accountId)
  const rows = hashes.map(({ keyId, mac }) => ({ account_id: accountId, key_id: keyId, code_hash: mac, made_at: at }))
  await tx.insertInto('recovery_codes').values(rows).execute()
}

/** True for exactly one of several concurrent calls with the same code. */
export async function spendRecoveryCode(
  db: Queryable,
  { accountId, hashes, at }: { accountId: string; hashes: readonly Buffer[]; at: Date },
): Promise<boolean> {
  const row = await db
    .updateTable('recovery_codes')
    .set({ used_at: at })
    .where('account_id', '=', accountId)
    .where('code_hash', 'in', hashes)
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

/** How many were not used yet. */
export async function countRecoveryCodes(db: Queryable, accountId: string): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_codes')
    .select(eb => eb.fn.countAll<string>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}

export async function deleteRecoveryCodes(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute()
}
