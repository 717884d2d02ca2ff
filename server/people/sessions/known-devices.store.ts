import type { QueryCreator } from 'kysely'
import type { Database, Queryable, Tx } from '../../platform/database/tables.ts'

export async function isKnownDeviceOf(
  db: Queryable,
  { accountId, tokenHash, now }: { accountId: string; tokenHash: Buffer; now: Date },
): Promise<boolean> {
  const row = await db
    .selectFrom('known_devices')
    .select('account_id')
    .where('account_id', '=', accountId)
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

/** The account that first used this device, among the accounts that know it. */
export async function findDeviceOwner(db: Queryable, { tokenHash, now }: { tokenHash: Buffer; now: Date }) {
  const row = await db
    .selectFrom('known_devices')
    .select('account_id')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .orderBy('first_used_at')
    .orderBy('account_id')
    .limit(1)
    .executeTakeFirst()
  return row?.account_id
}

export type DeviceUse = { accountId: string; tokenHash: Buffer; network: string; at: Date; expiresAt: Date }

/** Remembers the device, or updates its last use. */
export function deviceRow(db: QueryCreator<Database>, { accountId, tokenHash, network, at, expiresAt }: DeviceUse) {
  return db
    .insertInto('known_devices')
    .values({
      account_id: accountId,
      token_hash: tokenHash,
      network,
      first_used_at: at,
      last_used_at: at,
      expires_at: expiresAt,
    })
    .onConflict(conflict =>
      conflict.columns(['account_id', 'token_hash']).doUpdateSet({ network, last_used_at: at, expires_at: expiresAt }),
    )
}

/** Forgets the device only if it is known from this one use. */
export async function forgetDeviceUsedOnce(
  tx: Tx,
  { accountId, tokenHash }: { accountId: string; tokenHash: Buffer },
): Promise<void> {
  await tx
    .deleteFrom('known_devices')
    .where('account_id', '=', accountId)
    .where('token_hash', '=', tokenHash)
    .whereRef('first_used_at', '=', 'last_used_at')
    .execute()
}

/** The person isn't asked for the second step in this browser until then. */
export async function trustDevice(
  db: Queryable,
  { accountId, tokenHash, until }: { accountId: string; tokenHash: Buffer; until: Date },
): Promise<void> {
  await db
    .updateTable('known_devices')
    .set({ trusted_until: until })
    .where('account_id', '=', accountId)
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** Asks for the second step in every browser again. */
export async function distrustDevices(tx: Tx, accountId: string): Promise<void> {
  await tx
    .updateTable('known_devices')
    .set({ trusted_until: null })
    .where('account_id', '=', accountId)
    .where('trusted_until', 'is not', null)
    .execute()
}

export async function forgetDevices(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('known_devices').where('account_id', '=', accountId).execute()
}

export async function deleteOutdatedDevices(db: Queryable, now: Date): Promise<void> {
  await db.deleteFrom('known_devices').where('expires_at', '<=', now).execute()
}
