import type { Tx } from '../../platform/database/tables.ts'

/** True if another account has the username. A concurrent insert is caught by the unique constraint. */
export async function isUsernameTaken(tx: Tx, { usernameKey, exceptId }: { usernameKey: string; exceptId: string }) {
  const named = tx.selectFrom('accounts').select('id').where('username_key', '=', usernameKey)
  return (await named.where('id', '!=', exceptId).executeTakeFirst()) !== undefined
}
