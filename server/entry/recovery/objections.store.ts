import type { Selectable } from 'kysely'
import type { ObjectionEvent, ObjectionsTable, Queryable, Tx } from '../../platform/database/tables.ts'

export type Objection = {
  accountId: string
  event: ObjectionEvent
  eventAt: Date
  expiresAt: Date
  usedAt: Date | null
  /** The change of a username or an address that it disputes. */
  changeId: string | null
}

export async function insertObjection(
  tx: Queryable,
  objection: Omit<Objection, 'usedAt'> & { handleHash: Buffer; madeAt: Date },
): Promise<void> {
  await tx
    .insertInto('objections')
    .values({
      handle_hash: objection.handleHash,
      account_id: objection.accountId,
      event: objection.event,
      event_at: objection.eventAt,
      made_at: objection.madeAt,
      expires_at: objection.expiresAt,
      change_id: objection.changeId,
    })
    .execute()
}

export async function findObjection(db: Queryable, handleHash: Buffer): Promise<Objection | undefined> {
  const row = await db.selectFrom('objections').selectAll().where('handle_hash', '=', handleHash).executeTakeFirst()
  return row && toObjection(row)
}

/** Works once: exactly one of several concurrent calls gets the objection. */
export async function useObjection(
  tx: Tx,
  { handleHash, now }: { handleHash: Buffer; now: Date },
): Promise<Objection | undefined> {
  const row = await tx
    .updateTable('objections')
    .set({ used_at: now })
    .where('handle_hash', '=', handleHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  return row && toObjection(row)
}

export async function deleteObjectionsBefore(db: Queryable, expiredBefore: Date): Promise<void> {
  await db.deleteFrom('objections').where('expires_at', '<', expiredBefore).execute()
}

function toObjection(row: Selectable<ObjectionsTable>): Objection {
  return {
    accountId: row.account_id,
    event: row.event,
    eventAt: row.event_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    changeId: row.change_id,
  }
}
