import {
  cancelPayload,
  largestTotalCents,
  notePayload,
  orderPayload,
  visitPayload,
} from '../../../shared/contract/app.ts'
import { cancelledStatus, mayFollow } from '../../../shared/contract/order-status.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { findRetailer, listKnownProducts } from '../catalogue/catalogue.query.ts'
import { isContactOf } from '../orders/ordered-before.query.ts'
import { lockOrder, totalOf } from '../orders/orders.store.ts'
import type { CapturedItem } from './captured-item.ts'
import type { HeldRow } from './pushed-items.store.ts'

type ItemToRead = Pick<HeldRow, 'kind' | 'payload' | 'received_at' | 'captured_at'>

/**
 * Reads an item that an administrator accepts: its prices and its territory aren't judged. Undefined if it can't be read,
 * or if its retailer or a product no longer exists.
 */
export async function readCaptured(tx: Tx, row: ItemToRead): Promise<CapturedItem | undefined> {
  const capturedAt = row.captured_at ?? row.received_at
  if (row.kind === 'note') {
    const { data } = notePayload.safeParse(row.payload)
    const isKnown = data && (await findRetailer(tx, data.retailerId))
    return isKnown ? { kind: 'note', capturedAt, payload: data } : undefined
  }
  if (row.kind === 'visit') {
    const { data } = visitPayload.safeParse(row.payload)
    const isKnown = data && (await findRetailer(tx, data.retailerId))
    return isKnown ? { kind: 'visit', payload: data } : undefined
  }
  if (row.kind === 'cancel') return readCancel(tx, row)
  const { data } = orderPayload.safeParse(row.payload)
  if (!data || (row.kind !== 'order' && row.kind !== 'quote' && row.kind !== 'return')) return undefined
  if (totalOf(data.lines) > largestTotalCents) return undefined
  const wanted = [...new Set(data.lines.map(({ productId }) => productId))]
  const known = await listKnownProducts(tx, wanted)
  const isKnown = (await findRetailer(tx, data.retailerId)) !== undefined && known.size === wanted.length
  if (!isKnown) return undefined
  const quote = row.kind === 'order' && data.quoteId ? await lockOrder(tx, data.quoteId) : undefined
  const isOrderable =
    quote?.kind === 'quote' && mayFollow(quote.status, 'ordered') && quote.retailerId === data.retailerId
  const isContact =
    data.contactId && (await isContactOf(tx, { contactId: data.contactId, retailerId: data.retailerId }))
  const payload = { ...data, contactId: isContact ? data.contactId : null }
  return { kind: row.kind, capturedAt, payload, ...(isOrderable && { quote }) }
}

async function readCancel(tx: Tx, { payload }: ItemToRead): Promise<CapturedItem | undefined> {
  const { data } = cancelPayload.safeParse(payload)
  const order = data && (await lockOrder(tx, data.orderId))
  if (!order || !mayFollow(order.status, cancelledStatus(order.kind))) return undefined
  return { kind: 'cancel', payload: data, order }
}
