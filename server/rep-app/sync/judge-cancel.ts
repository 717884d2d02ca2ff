import type { CancelPayload } from '../../../shared/contract/app.ts'
import { cancelledStatus, isCancellable } from '../../../shared/contract/order-status.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { type CapturedItem, type Rejected, rejected } from '../../trade/captured/captured-item.ts'
import { findRetailer } from '../../trade/catalogue/catalogue.query.ts'
import { lockOrder } from '../../trade/orders/orders.store.ts'

/**
 * Decides whether a rep may cancel this order, return or quote. The office may be working on it already, so the locked
 * row decides and not what the device downloaded.
 */
export async function judgeCancel(
  tx: Tx,
  payload: CancelPayload,
  { territoryIds }: { territoryIds: readonly string[] },
): Promise<CapturedItem | Rejected> {
  const order = await lockOrder(tx, payload.orderId)
  const retailer = order && (await findRetailer(tx, order.retailerId))
  // An order of another territory is as unknown as one that doesn't exist.
  if (!order || !retailer?.territoryId || !territoryIds.includes(retailer.territoryId))
    return rejected('no-such-order', 'orderId', 'This order is not one of your retailers’ orders. Ask the office.')
  if (isCancellable(order.status) || order.status === cancelledStatus(order.kind))
    return { kind: 'cancel', payload, order }
  const message = `${order.number} is already ${order.status}. Call the office to change it.`
  return rejected('cannot-be-cancelled', 'orderId', message)
}
