import { cancelledStatus } from '../../../shared/contract/order-status.ts'
import { addDays, dayIn } from '../../../shared/prices/day-in.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { countSold, moveOrder } from '../orders/move-order.ts'
import { insertNote, insertOrders, nextNumber, totalOf } from '../orders/orders.store.ts'
import { createQueueOrderMail, type NeedsOfOrderMail } from '../orders/queue-order-mail.ts'
import { insertVisits } from '../visits/visits.store.ts'
import type { CapturedItem, CapturedOrder } from './captured-item.ts'
import { markAccepted } from './pushed-items.store.ts'

type ItemToTake = { id: string; accountId: string; receivedAt: Date; captured: CapturedItem }

/** A quote of an app that knows no last day. */
const quoteDays = 30

/** Turns the item into what it says, once: the caller has locked the row. Returns a number, if there is one. */
export function createTakeAccepted(needs: NeedsOfOrderMail) {
  const queueOrderMail = createQueueOrderMail(needs)

  return async function takeAccepted(tx: Tx, item: ItemToTake): Promise<string | null> {
    const number = await take(tx, item)
    await markAccepted(tx, { id: item.id, number })
    if (isOrder(item.captured)) await queueOrderMail(tx, item.id)
    return number
  }
}

export type TakeAccepted = ReturnType<typeof createTakeAccepted>

const isOrder = ({ kind }: CapturedItem) => kind !== 'note' && kind !== 'cancel'

async function take(tx: Tx, { captured, ...item }: ItemToTake): Promise<string | null> {
  if (captured.kind === 'note') {
    const { capturedAt, payload } = captured
    await insertNote(tx, { ...item, ...payload, capturedAt })
    return null
  }
  if (captured.kind === 'visit') {
    const { retailerId, at, note } = captured.payload
    await insertVisits(tx, [
      { id: item.id, account_id: item.accountId, retailer_id: retailerId, at: new Date(at), note },
    ])
    return null
  }
  if (captured.kind === 'cancel') {
    const { order } = captured
    const by = { actor: 'rep', accountId: item.accountId } as const
    await moveOrder(tx, { order, status: cancelledStatus(order.kind), at: item.receivedAt, by })
    return order.number
  }
  return takeOrder(tx, { ...item, captured })
}

async function takeOrder(tx: Tx, item: ItemToTake & { captured: CapturedOrder }): Promise<string> {
  const { id, accountId, receivedAt, captured } = item
  const { kind, capturedAt, payload, status, quote } = captured
  const { retailerId, lines, note, contactId } = payload
  const number = await nextNumber(tx, kind)
  const row = {
    id,
    accountId,
    capturedAt,
    retailerId,
    kind,
    number,
    receivedAt,
    note,
    lines,
    contactId: contactId ?? null,
  }
  const life = {
    order: { requestedDay: payload.requestedDay ?? null, quoteId: quote?.id ?? null },
    quote: { validUntil: payload.validUntil ?? (await defaultLastDay(tx, capturedAt)) },
    return: {},
  }
  await insertOrders(tx, [{ ...row, ...life[kind], ...(status && { status }) }])
  const by = { actor: 'rep', accountId } as const
  if (quote) await moveOrder(tx, { order: quote, status: 'ordered', at: receivedAt, by })
  if (kind === 'order') await countSold(tx, { accountId, capturedAt, cents: totalOf(lines) })
  return number
}

async function defaultLastDay(tx: Tx, capturedAt: Date): Promise<string> {
  const { timeZone } = await getOrganisation(tx)
  return addDays(dayIn(timeZone, capturedAt), quoteDays)
}
