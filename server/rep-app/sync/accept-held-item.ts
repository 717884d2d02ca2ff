import {
  cancelPayload,
  largestTotalCents,
  notePayload,
  orderPayload,
  visitPayload,
} from '../../../shared/contract/app.ts'
import { cancelledStatus, mayFollow } from '../../../shared/contract/order-status.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { unlessTaken } from '../../platform/database/unless-taken.ts'
import { findRetailer, listKnownProducts } from '../../trade/catalogue/catalogue.query.ts'
import { isContactOf } from '../../trade/orders/ordered-before.query.ts'
import { lockOrder, totalOf } from '../../trade/orders/orders.store.ts'
import type { NeedsOfOrderMail } from '../../trade/orders/queue-order-mail.ts'
import type { CapturedItem } from './captured-item.ts'
import { type HeldRow, lockReleased } from './pushed-items.store.ts'
import { createTakeAccepted } from './take-accepted.ts'

export type HeldItemAccepted =
  | { kind: 'accepted'; number: string | null }
  | { kind: 'nothing-held' }
  | { kind: 'cannot-be-taken' }

const cannotBeTaken = { kind: 'cannot-be-taken' } as const

/**
 * Accepts an item that was handed in, unchanged: the administrator judges its prices and territory. It becomes an order
 * once, with the person who captured it as its author.
 */
export function createAcceptHeldItem(needs: NeedsOfOrderMail & { db: Db }) {
  const { db, clock } = needs
  const takeAccepted = createTakeAccepted(needs)

  return async function acceptHeldItem(command: { id: string; authority: Authority }): Promise<HeldItemAccepted> {
    const { id, authority } = command
    const unlessThere = (run: () => Promise<HeldItemAccepted>) =>
      unlessTaken('orders_pkey', cannotBeTaken, () =>
        unlessTaken('notes_pkey', cannotBeTaken, () => unlessTaken('visits_pkey', cannotBeTaken, run)),
      )
    return unlessThere(() =>
      db.transaction().execute(async tx => {
        const row = await lockReleased(tx, id)
        if (!row) return { kind: 'nothing-held' as const }
        const captured = await readCaptured(tx, row)
        if (!captured) return cannotBeTaken
        const { account_id: accountId, received_at: receivedAt } = row
        const number = await takeAccepted(tx, { id, accountId, receivedAt, captured })
        const details = { item: id, ...(number !== null && { number }) }
        await recordEvent(tx, { at: clock.now(), action: 'held-item-accepted', ...authority, accountId, details })
        return { kind: 'accepted' as const, number }
      }),
    )
  }
}

/** Undefined if the item can't be read, or if its retailer or a product no longer exists. */
async function readCaptured(tx: Tx, row: HeldRow): Promise<CapturedItem | undefined> {
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

async function readCancel(tx: Tx, { payload }: HeldRow): Promise<CapturedItem | undefined> {
  const { data } = cancelPayload.safeParse(payload)
  const order = data && (await lockOrder(tx, data.orderId))
  if (!order || !mayFollow(order.status, cancelledStatus(order.kind))) return undefined
  return { kind: 'cancel', payload: data, order }
}
