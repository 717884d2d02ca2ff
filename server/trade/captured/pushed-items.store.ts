import { sql } from 'kysely'
import type { PushItem, Rejection } from '../../../shared/contract/app.ts'
import type { PushedItemsTable } from '../../platform/database/field-tables.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type ItemKey = { id: string; accountId: string }

/** True for the first request with this id. A concurrent one waits and then finds the id. */
export async function claimItem(
  tx: Tx,
  item: ItemKey & { deviceId: string; type: string; receivedAt: Date; capturedAt: Date | null },
): Promise<boolean> {
  const row = await tx
    .insertInto('pushed_items')
    .values({
      id: item.id,
      account_id: item.accountId,
      device_id: item.deviceId,
      kind: item.type,
      outcome: 'taking',
      received_at: item.receivedAt,
      captured_at: item.capturedAt,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function lockItem(
  tx: Tx,
  id: string,
): Promise<Pick<PushedItemsTable, 'account_id' | 'outcome' | 'number'>> {
  return tx
    .selectFrom('pushed_items')
    .select(['account_id', 'outcome', 'number'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export type ItemState = {
  accountId: string | null
  outcome: PushedItemsTable['outcome'] | null
  /** An order, note or visit has this id without having been sent by a device. */
  isElsewhere: boolean
}

/** What is known of these ids, locked. An id that is free is missing. */
export async function listStates(tx: Tx, ids: readonly string[]): Promise<Map<string, ItemState>> {
  const { rows } = await sql<ItemState & { id: string }>`
    with sent as (
      select id, account_id, outcome from pushed_items where id = any(${ids}::uuid[]) order by id for update
    ), stored as (
      select id from orders where id = any(${ids}::uuid[]) union all select id from notes where id = any(${ids}::uuid[])
      union all select id from visits where id = any(${ids}::uuid[])
    )
    select coalesce(sent.id, stored.id) as id, sent.account_id as "accountId", sent.outcome,
      stored.id is not null and sent.outcome is distinct from 'accepted' as "isElsewhere"
    from sent full join stored on stored.id = sent.id`.execute(tx)
  return new Map(rows.map(({ id, ...state }) => [id, state]))
}

/** Frees ids that were claimed and not accepted. */
export async function dropClaims(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('pushed_items').where('id', 'in', ids).where('outcome', '=', 'taking').execute()
}

/** Accepted, or waiting for an administrator's decision: the device has nothing more to do. */
export const settledOutcomes: readonly PushedItemsTable['outcome'][] = ['accepted', 'released', 'dismissed']

const nothingWrong = { rejection_code: null, rejection_message: null, rejection_field: null }

export async function markAccepted(tx: Tx, { id, number }: { id: string; number: string | null }): Promise<void> {
  await tx
    .updateTable('pushed_items')
    .set({ outcome: 'accepted', number, payload: null, discarded_at: null, ...nothingWrong })
    .where('id', '=', id)
    .execute()
}

/** Keeps the complete payload: an order outlives its device. */
export async function keepRejected(tx: Tx, { id, payload }: PushItem, { code, message, field }: Rejection) {
  await tx
    .updateTable('pushed_items')
    .set({
      outcome: 'rejected',
      payload,
      discarded_at: null,
      rejection_code: code,
      rejection_message: message,
      rejection_field: field,
    })
    .where('id', '=', id)
    .execute()
}

/** Returns false if nothing of this person is kept under that id. */
export async function markDiscarded(db: Queryable, { id, accountId }: ItemKey, at: Date): Promise<boolean> {
  const row = await db
    .updateTable('pushed_items')
    .set({ discarded_at: at })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('outcome', '=', 'rejected')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** For an administrator to decide. The author remains the person who captured it. */
export async function keepReleased(tx: Tx, { id, payload }: PushItem): Promise<void> {
  await tx
    .updateTable('pushed_items')
    .set({ outcome: 'released', payload, discarded_at: null })
    .where('id', '=', id)
    .execute()
}

export type HeldRow = Pick<PushedItemsTable, 'id' | 'account_id' | 'kind' | 'payload' | 'received_at' | 'captured_at'>

/** The item to decide on, locked. Undefined if an administrator has already decided. */
export async function lockReleased(tx: Tx, id: string): Promise<HeldRow | undefined> {
  return tx
    .selectFrom('pushed_items')
    .select(['id', 'account_id', 'kind', 'payload', 'received_at', 'captured_at'])
    .where('id', '=', id)
    .where('outcome', '=', 'released')
    .forUpdate()
    .executeTakeFirst()
}

/** The payload stays, so that a dismissed item can still be viewed. */
export async function markDismissed(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('pushed_items').set({ outcome: 'dismissed' }).where('id', '=', id).execute()
}

/** Lists which of these items the server holds, so that the device may delete them. */
export async function listHeldIds(
  db: Queryable,
  { accountId, ids }: { accountId: string; ids: readonly string[] },
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('pushed_items')
    .select('id')
    .where('account_id', '=', accountId)
    .where('id', 'in', ids)
    .where('outcome', 'in', settledOutcomes)
    .execute()
  return rows.map(({ id }) => id)
}
