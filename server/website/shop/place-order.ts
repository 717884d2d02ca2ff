import { dayIn } from '../../../shared/prices/day-in.ts'
import { whyClosed } from '../../people/accounts/account.ts'
import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { findRetailer } from '../../trade/catalogue/catalogue.query.ts'
import { judgeDay } from '../../trade/orders/judge-day.ts'
import { judgeLines } from '../../trade/orders/judge-lines.ts'
import { insertOrders, lockOrder, nextNumber } from '../../trade/orders/orders.store.ts'
import { createQueueOrderMail, type NeedsOfOrderMail } from '../../trade/orders/queue-order-mail.ts'
import { type Basket, emptyBasket, listLinesOf, lockBasket } from './baskets.store.ts'
import { isSameBasket, readSeen, type SeenBasket } from './seen-basket.ts'
import { findContactFacts } from './visitor.query.ts'

type Command = { contactId: string; key: string; seen: string }
type Refused =
  /** Access was withdrawn, or the retailer closed, since the page was opened. */
  | { kind: 'not-admitted' }
  | { kind: 'empty' }
  /** Another device changed the basket, a price changed or a product is gone: the contact looks again. */
  | { kind: 'changed' }
  | { kind: 'refused'; text: string }
export type OrderPlaced = { kind: 'placed'; id: string } | Refused

/**
 * Turns a basket into an order, once: its key is the order's id. A second press, a second tab or a repeated request finds
 * the order that is there. Every price is judged again in the same transaction.
 */
export function createPlaceOrder(needs: NeedsOfOrderMail & { db: Db }) {
  const { db, clock } = needs
  const queueOrderMail = createQueueOrderMail(needs)

  return async function placeOrder({ contactId, key, seen: text }: Command): Promise<OrderPlaced> {
    return db.transaction().execute(async tx => {
      // The account is locked first: a withdrawal comes before this order or after it, and never in between.
      const account = await lockAccount(tx, contactId)
      const facts = await findContactFacts(tx, contactId)
      if (!facts?.mayOrder || whyClosed(account)) return { kind: 'not-admitted' }
      const owner = { contactId, retailerId: facts.retailerId }
      const basket = await lockBasket(tx, contactId)
      if (basket.orderKey !== key)
        return (await isOwnOrder(tx, key, contactId)) ? { kind: 'placed', id: key } : { kind: 'changed' }
      const seen = readSeen(text)
      const refused = await judge(tx, { ...owner, basket, seen })
      if (refused) return refused
      await accept(tx, { ...owner, basket, lines: seen?.lines ?? [] })
      return { kind: 'placed', id: key }
    })
  }

  type Owner = { contactId: string; retailerId: string; basket: Basket }

  async function judge(
    tx: Tx,
    { contactId, retailerId, basket, seen }: Owner & { seen: SeenBasket | undefined },
  ): Promise<Refused | undefined> {
    const lines = await listLinesOf(tx, contactId)
    if (lines.length === 0) return { kind: 'empty' }
    if (!seen || !isSameBasket(seen, { facts: basket, lines })) return { kind: 'changed' }
    const organisation = await getOrganisation(tx)
    const today = dayIn(organisation.timeZone, clock.now())
    const badDay = basket.requestedDay === null ? undefined : judgeDay({ chosen: basket.requestedDay, today })
    if (badDay !== undefined) return { kind: 'refused', text: `The requested day: ${badDay}` }
    const rejection = await judgeLines(tx, { retailerId, lines: seen.lines }, { day: today, organisation })
    if (!rejection) return undefined
    return rejection.code === 'total-too-large' ? { kind: 'refused', text: rejection.message } : { kind: 'changed' }
  }

  async function accept(
    tx: Tx,
    { contactId, retailerId, basket, lines }: Owner & { lines: SeenBasket['lines'] },
  ): Promise<void> {
    const at = clock.now()
    const { orderKey: id, note, purchaseOrder, requestedDay } = basket
    const isOnHold = (await findRetailer(tx, retailerId))?.creditStatus === 'hold'
    const number = await nextNumber(tx, 'order')
    const moments = { capturedAt: at, receivedAt: at }
    const order = { id, number, kind: 'order', retailerId, accountId: contactId, ...moments, note, lines } as const
    const life = { source: 'website', status: isOnHold ? 'on-hold' : 'received', requestedDay, purchaseOrder } as const
    await insertOrders(tx, [{ ...order, ...life }])
    await queueOrderMail(tx, id)
    await emptyBasket(tx, contactId)
  }
}

async function isOwnOrder(tx: Tx, id: string, contactId: string): Promise<boolean> {
  return (await lockOrder(tx, id))?.accountId === contactId
}
