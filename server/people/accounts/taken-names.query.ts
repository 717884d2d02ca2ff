import type { Tx } from '../../platform/database/tables.ts'

/** Whether somebody else has it already; who takes it at this very instant is met by the constraint. */
export async function isUsernameTaken(tx: Tx, { usernameKey, exceptId }: { usernameKey: string; exceptId: string }) {
  const named = tx.selectFrom('accounts').select('id').where('username_key', '=', usernameKey)
  return (await named.where('id', '!=', exceptId).executeTakeFirst()) !== undefined
}
