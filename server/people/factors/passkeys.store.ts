import type { Selectable } from 'kysely'
import type { PasskeysTable } from '../../platform/database/factor-tables.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type Passkey = {
  id: string
  accountId: string
  credentialId: Buffer
  publicKey: Buffer
  counter: number
  transports: string[]
  /** Kept by a password manager and available on several devices. */
  isSynced: boolean
  name: string
  addedAt: Date
  lastUsedAt: Date | null
}

/** Oldest first. */
export async function listPasskeys(db: Queryable, accountId: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkeys')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(toPasskey)
}

type OwnPasskey = { accountId: string; id: string }

/** Returns the name, undefined if the account has no such passkey. */
export async function deletePasskey(tx: Tx, { accountId, id }: OwnPasskey): Promise<string | undefined> {
  const removed = tx.deleteFrom('passkeys').where('account_id', '=', accountId).where('id', '=', id)
  return (await removed.returning('name').executeTakeFirst())?.name
}

const toPasskey = (row: Selectable<PasskeysTable>): Passkey => ({
  id: row.id,
  accountId: row.account_id,
  credentialId: row.credential_id,
  publicKey: row.public_key,
  counter: Number(row.counter),
  transports: row.transports,
  isSynced: row.is_synced,
  name: row.name,
  addedAt: row.added_at,
  lastUsedAt: row.last_used_at,
})
