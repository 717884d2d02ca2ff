import type { PushItem, Rejection } from '../../shared/contract/app.ts'
import type { PushedItemsTable } from '../database/field-tables.ts'
import type { Queryable, Tx } from '../database/tables.ts'

export type ItemKey = { id: string; accountId: string }

/** True for the first who brings this id; whoever brings it at the same moment waits, and then finds it. */
export async function claimItem(
  tx: Tx,
  item: ItemKey & { deviceId: string; type: string; receivedAt: Date },
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

const nothingWrong = { rejection_code: null, rejection_message: null, rejection_field: null }

export async function markAccepted(tx: Tx, { id, number }: { id: string; number: string | null }): Promise<void> {
  await tx
    .updateTable('pushed_items')
    .set({ outcome: 'accepted', number, payload: null, discarded_at: null, ...nothingWrong })
    .where('id', '=', id)
    .execute()
}

/** Kept whole: an order outlives its device. */
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

/** False where nothing of this person is kept under that id. */
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
