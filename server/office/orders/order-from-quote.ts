import { randomUUID } from 'node:crypto'
import type { QuoteCheck, QuoteOrdered } from '../../../shared/contract/orders.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Queryable, Tx } from '../../platform/database/tables.ts'
import { countSold, moveOrder } from '../../trade/orders/move-order.ts'
import { findOrder } from '../../trade/orders/order-details.query.ts'
import { insertOrders, type LockedOrder, lockOrder, type Mover, nextNumber } from '../../trade/orders/orders.store.ts'
import { priceQuote } from '../../trade/orders/price-quote.ts'
import { createQueueOrderMail, type NeedsOfOrderMail } from '../../trade/orders/queue-order-mail.ts'

type Refusal = { kind: 'no-such-order' | 'quote-has-ended' | 'prices-changed' | 'nothing-sold' }
type Command = { id: string; totalCents: number; authority: Authority }
type Priced = Awaited<ReturnType<typeof priceQuote>>

/** Says what an open quote costs as an order of today. */
export function createCheckQuote({ db, clock }: { db: Db; clock: Clock }) {
  return async function checkQuote(id: string): Promise<QuoteCheck | undefined> {
    const quote = await findOrder(db, id)
    if (quote?.kind !== 'quote') return undefined
    const { changes, unsold, totalCents } = await priceQuote(
      db as Queryable,
      { id, retailerId: quote.retailer_id },
      clock.now(),
    )
    const lines = changes.map(({ productId: _, ...line }) => line)
    return { lines, unsold, totalCents }
  }
}

/**
 * Turns an open quote into an order at the prices of today, for the person who made the quote. The administrator says
 * which total the customer agreed to: with another one, nothing is ordered.
 */
export function createOrderFromQuote(needs: NeedsOfOrderMail & { db: Db }) {
  const { db, clock } = needs
  const queueOrderMail = createQueueOrderMail(needs)

  return async function orderFromQuote({ id, totalCents, authority }: Command): Promise<QuoteOrdered | Refusal> {
    return db.transaction().execute(async tx => {
      const quote = await lockOrder(tx, id)
      if (quote?.kind !== 'quote') return { kind: 'no-such-order' }
      if (quote.status !== 'open') return { kind: 'quote-has-ended' }
      const priced = await priceQuote(tx, quote, clock.now())
      if (priced.priced.length === 0) return { kind: 'nothing-sold' }
      if (priced.totalCents !== totalCents) return { kind: 'prices-changed' }
      const ordered = await placeOrder(tx, { quote, priced, authority })
      const details = { quote: id, order: ordered.id }
      await recordEvent(tx, { at: clock.now(), action: 'quote-ordered', ...authority, details })
      return ordered
    })
  }

  async function placeOrder(
    tx: Tx,
    { quote, priced, authority }: { quote: LockedOrder; priced: Priced; authority: Authority },
  ): Promise<QuoteOrdered> {
    const at = clock.now()
    const { accountId, retailerId } = quote
    const by: Mover = {
      actor: authority.actor,
      accountId: authority.actor === 'administrator' ? authority.actorAccountId : null,
    }
    const [id, number] = [randomUUID(), await nextNumber(tx, 'order')]
    const row = { id, number, kind: 'order' as const, retailerId, accountId, capturedAt: at, receivedAt: at, note: '' }
    await insertOrders(tx, [{ ...row, lines: priced.priced, quoteId: quote.id, contactId: quote.contactId, by }])
    await moveOrder(tx, { order: quote, status: 'ordered', at, by })
    await queueOrderMail(tx, id)
    await countSold(tx, { accountId, capturedAt: at, cents: priced.totalCents })
    return { kind: 'ordered', id, number }
  }
}
