import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type SecretHash = { keyId: string; hash: Buffer }
export type SecretTimes = { clientId: string; createdAt: Date; endsAt: Date | null }

/** The current secret of an app and, while it is replaced, the previous one. */
export async function listLiveHashes(
  db: Queryable,
  { clientId, now }: { clientId: string; now: Date },
): Promise<SecretHash[]> {
  return db
    .selectFrom('app_client_secrets')
    .select(['key_id as keyId', 'hash'])
    .where('client_id', '=', clientId)
    .where(eb => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
    .execute()
}

/** When the live secrets of all apps were made, and when they end. */
export async function listSecretTimes(db: Queryable, now: Date): Promise<SecretTimes[]> {
  return db
    .selectFrom('app_client_secrets')
    .select(['client_id as clientId', 'created_at as createdAt', 'ends_at as endsAt'])
    .where(eb => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
    .execute()
}

export async function insertSecret(
  tx: Tx,
  { clientId, keyId, hash, at }: SecretHash & { clientId: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('app_client_secrets')
    .values({ client_id: clientId, key_id: keyId, hash, created_at: at, ends_at: null })
    .execute()
}

/** Lets the current secret work until `endsAt`. */
export async function setEndOfCurrent(tx: Tx, { clientId, endsAt }: { clientId: string; endsAt: Date }): Promise<void> {
  await tx
    .updateTable('app_client_secrets')
    .set({ ends_at: endsAt })
    .where('client_id', '=', clientId)
    .where('ends_at', 'is', null)
    .execute()
}

/** Removes every secret but the current one. Returns how many. */
export async function deleteOldSecrets(tx: Tx, clientId: string): Promise<number> {
  const rows = await tx
    .deleteFrom('app_client_secrets')
    .where('client_id', '=', clientId)
    .where('ends_at', 'is not', null)
    .returning('id')
    .execute()
  return rows.length
}
