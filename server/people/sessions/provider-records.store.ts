import { sql } from 'kysely'
import type { EndReason } from '../../../shared/contract/end-reasons.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

/**
 * Identifies a record of the OpenID Connect library: its kind, such as Grant, RefreshToken or Interaction, and its id.
 */
export type RecordKey = { kind: string; idHash: Buffer }

export type ProviderRecord = RecordKey & {
  payload: Record<string, unknown>
  accountId: string | null
  grantId: string | null
  expiresAt: Date
}

export type FoundRecord = {
  payload: Record<string, unknown>
  accountId: string | null
  expiresAt: Date
  usedAt: Date | null
  endedBecause: EndReason | null
}

/** Kinds of tokens that an app keeps. An ended token stays, so that the app learns why. */
const keptByApps = ['AccessToken', 'RefreshToken']

const rowOf = (record: ProviderRecord) => ({
  kind: record.kind,
  id_hash: record.idHash,
  payload: record.payload,
  account_id: record.accountId,
  grant_id: record.grantId,
  expires_at: record.expiresAt,
})

export async function saveRecord(db: Queryable, record: ProviderRecord): Promise<void> {
  const { payload, account_id, grant_id, expires_at } = rowOf(record)
  await db
    .insertInto('provider_records')
    .values(rowOf(record))
    .onConflict(conflict =>
      conflict.columns(['kind', 'id_hash']).doUpdateSet({ payload, account_id, grant_id, expires_at }),
    )
    .execute()
}

/** False if the record already exists. */
export async function saveNewRecord(db: Queryable, record: ProviderRecord): Promise<boolean> {
  const row = await db
    .insertInto('provider_records')
    .values(rowOf(record))
    .onConflict(conflict => conflict.columns(['kind', 'id_hash']).doNothing())
    .returning('kind')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Saves a token under its grant, which is locked meanwhile: a concurrent sign-out waits and then finds this token too.
 */
export async function saveTokenOf(tx: Tx, grant: RecordKey, token: ProviderRecord): Promise<boolean> {
  const live = await tx
    .selectFrom('provider_records')
    .select('kind')
    .where('kind', '=', grant.kind)
    .where('id_hash', '=', grant.idHash)
    .where('ended_because', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (live) await saveRecord(tx, token)
  return live !== undefined
}

export async function findRecord(
  db: Queryable,
  { kind, idHash, now }: RecordKey & { now: Date },
): Promise<FoundRecord | undefined> {
  const row = await db
    .selectFrom('provider_records')
    .select(['payload', 'account_id', 'expires_at', 'used_at', 'ended_because'])
    .where('kind', '=', kind)
    .where('id_hash', '=', idHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return (
    row && {
      payload: row.payload,
      accountId: row.account_id,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
      endedBecause: row.ended_because,
    }
  )
}

/** True for exactly one of several concurrent calls. */
export async function useRecord(db: Queryable, { kind, idHash, at }: RecordKey & { at: Date }): Promise<boolean> {
  const row = await db
    .updateTable('provider_records')
    .set({ used_at: at })
    .where('kind', '=', kind)
    .where('id_hash', '=', idHash)
    .where('used_at', 'is', null)
    .returning('kind')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteRecord(db: Queryable, { kind, idHash }: RecordKey): Promise<void> {
  await db.deleteFrom('provider_records').where('kind', '=', kind).where('id_hash', '=', idHash).execute()
}

export async function deleteRecordsOfGrant(db: Queryable, { kind, grantId }: { kind: string; grantId: string }) {
  await db.deleteFrom('provider_records').where('kind', '=', kind).where('grant_id', '=', grantId).execute()
}

/** Deletes all records of an app that was removed. */
export async function deleteRecordsOfClient(tx: Tx, clientId: string): Promise<void> {
  await tx
    .deleteFrom('provider_records')
    .where(({ eb, ref }) => eb(ref('payload', '->>').key('clientId' as never), '=', clientId))
    .execute()
}

/** Ends the sign-in of one app and returns the app. Undefined if it had ended or belongs to another account. */
export async function endGrant(
  tx: Tx,
  { accountId, id, because }: { accountId: string; id: string; because: EndReason },
): Promise<string | undefined> {
  const ended = tx.updateTable('provider_records').set({ ended_because: because }).where('account_id', '=', accountId)
  // The grant first, in its own statement: the next statement then sees tokens that were being saved under it.
  const grant = await ended
    .where('kind', '=', 'Grant')
    .where('id', '=', id)
    .where('ended_because', 'is', null)
    .returning(['payload', 'id_hash'])
    .executeTakeFirst()
  if (!grant) return undefined
  const isUnderIt = sql<boolean>`sha256(convert_to(grant_id, 'UTF8')) = ${grant.id_hash}`
  await ended.where('kind', 'in', keptByApps).where('ended_because', 'is', null).where(isUnderIt).execute()
  await tx
    .deleteFrom('provider_records')
    .where('account_id', '=', accountId)
    .where('kind', 'not in', [...keptByApps, 'Grant'])
    .where(isUnderIt)
    .execute()
  return String(grant.payload.clientId)
}

/** Ends all of an account's app sign-ins, unfinished ones included. Returns the number of apps. */
export async function endRecordsOf(tx: Tx, { accountId, because }: { accountId: string; because: EndReason }) {
  const ended = tx.updateTable('provider_records').set({ ended_because: because }).where('account_id', '=', accountId)
  // Grants first, in their own statement: the next statement then sees tokens that were being saved under them.
  await ended.where('kind', '=', 'Grant').where('ended_because', 'is', null).execute()
  const rows = await ended
    .where('kind', 'in', keptByApps)
    .where('ended_because', 'is', null)
    .returning('kind')
    .execute()
  await tx
    .deleteFrom('provider_records')
    .where('account_id', '=', accountId)
    .where('kind', 'not in', [...keptByApps, 'Grant'])
    .execute()
  return rows.filter(({ kind }) => kind === 'RefreshToken').length
}

/** Keeps which browser session a sign-in came from, so that its app learns of the sign-out. */
export async function setSessionOfGrant(tx: Tx, { idHash, sessionId }: { idHash: Buffer; sessionId: string }) {
  await tx
    .updateTable('provider_records')
    .set({ session_id: sessionId })
    .where('kind', '=', 'Grant')
    .where('id_hash', '=', idHash)
    .execute()
}

export async function deleteExpiredRecords(db: Queryable, now: Date): Promise<void> {
  await db.deleteFrom('provider_records').where('expires_at', '<=', now).execute()
}
