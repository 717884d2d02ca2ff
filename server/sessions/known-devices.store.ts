import type { Queryable, Tx } from '../database/tables.ts'

/** Whether an account has signed in with this device before, and whether from this network. */
export async function findAcquaintance(
  db: Queryable,
  { accountId, tokenHash, network, now }: { accountId: string; tokenHash: Buffer; network: string; now: Date },
): Promise<{ isKnownDevice: boolean; isKnownNetwork: boolean }> {
  const rows = await db
    .selectFrom('known_devices')
    .select(['token_hash', 'network'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .where(eb => eb.or([eb('token_hash', '=', tokenHash), eb('network', '=', network)]))
    .execute()
  return {
    isKnownDevice: rows.some(row => row.token_hash.equals(tokenHash)),
    isKnownNetwork: rows.some(row => row.network === network),
  }
}

/** Whether anybody has signed in with this device before. */
export async function isAnybodysDevice(db: Queryable, { tokenHash, now }: { tokenHash: Buffer; now: Date }) {
  const row = await db
    .selectFrom('known_devices')
    .select('account_id')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type DeviceUse = { accountId: string; tokenHash: Buffer; network: string; at: Date; expiresAt: Date }

export async function rememberDevice(tx: Tx, { accountId, tokenHash, network, at, expiresAt }: DeviceUse) {
  await tx
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
    .execute()
}

export async function forgetDevices(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('known_devices').where('account_id', '=', accountId).execute()
}

export async function deleteOutdatedDevices(db: Queryable, now: Date): Promise<void> {
  await db.deleteFrom('known_devices').where('expires_at', '<=', now).execute()
}
