import type { Tx } from '../../platform/database/tables.ts'
import { insertNote, insertOrders, nextNumber, totalOf } from '../../trade/orders/orders.store.ts'
import { addSold } from '../../trade/targets/targets.store.ts'
import type { CapturedItem } from './judge-item.ts'
import { markAccepted } from './pushed-items.store.ts'

type ItemToTake = { id: string; accountId: string; receivedAt: Date; captured: CapturedItem }

/** Turns the item into an order, quote or note, once: the caller has locked the row. Returns its number, if it has one. */
export async function takeAccepted(
  tx: Tx,
  { id, accountId, receivedAt, captured }: ItemToTake,
): Promise<string | null> {
  const { kind, capturedAt, payload } = captured
  const row = { id, accountId, capturedAt, retailerId: payload.retailerId }
  const number = kind === 'note' ? null : await nextNumber(tx, kind)
  if (kind === 'note') await insertNote(tx, { ...row, text: payload.text })
  if (kind !== 'note' && number !== null) {
    const { lines, note } = payload
    await insertOrders(tx, [{ ...row, kind, number, receivedAt, note, lines }])
    const month = capturedAt.toISOString().slice(0, 7)
    if (kind === 'order') await addSold(tx, { accountId, month, cents: totalOf(lines) })
  }
  await markAccepted(tx, { id, number })
  return number
}
