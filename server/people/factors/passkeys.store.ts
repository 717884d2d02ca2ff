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

export async function findPasskey(db: Queryable, credentialId: Buffer): Promise<Passkey | undefined> {
  const row = await db.selectFrom('passkeys').selectAll().where('credential_id', '=', credentialId).executeTakeFirst()
  return row && toPasskey(row)
}

/** False if an account has this passkey already. */
export async function insertPasskey(tx: Tx, passkey: Omit<Passkey, 'id' | 'lastUsedAt'>): Promise<boolean> {
  const row = await tx
    .insertInto('passkeys')
    .values({
      account_id: passkey.accountId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: String(passkey.counter),
      transports: passkey.transports,
      is_synced: passkey.isSynced,
      name: passkey.name,
      added_at: passkey.addedAt,
    })
    .onConflict(conflict => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False if the counter has moved on meanwhile: two requests used one answer of the passkey. */
export async function moveCounter(
  db: Queryable,
  { id, counterBefore, counter, at }: { id: string; counterBefore: number; counter: number; at: Date },
): Promise<boolean> {
  const row = await db
    .updateTable('passkeys')
    .set({ counter: String(counter), last_used_at: at })
    .where('id', '=', id)
    .where('counter', '=', String(counterBefore))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

type OwnPasskey = { accountId: string; id: string }

/** Returns the name, undefined if the account has no such passkey. */
export async function deletePasskey(tx: Tx, { accountId, id }: OwnPasskey): Promise<string | undefined> {
  const removed = tx.deleteFrom('passkeys').where('account_id', '=', accountId).where('id', '=', id)
  return (await removed.returning('name').executeTakeFirst())?.name
}

/** Returns the number of removed passkeys. */
export async function deletePasskeysOf(tx: Tx, accountId: string): Promise<number> {
  return (await tx.deleteFrom('passkeys').where('account_id', '=', accountId).returning('id').execute()).length
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
