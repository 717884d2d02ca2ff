import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { findOrder } from '../../trade/orders/order-details.query.ts'
import { listLines } from '../../trade/orders/order-lines.query.ts'
import { type Owner, putInBasket } from './put-in-basket.ts'
import { mostQuantity } from './read-quantity.ts'

export type OrderedAgain =
  | { kind: 'in-basket'; number: string }
  | { kind: 'in-part'; text: string }
  | { kind: 'unknown-order' }

/**
 * Puts the lines of an earlier order into the basket, at the prices of today. The larger quantity is kept, so that a second
 * press orders nothing twice.
 */
export function createOrderAgain({ db, clock }: { db: Db; clock: Clock }) {
  return async function orderAgain(owner: Owner, orderId: string): Promise<OrderedAgain> {
    return db.transaction().execute(async tx => {
      const order = await findOrder(tx, orderId)
      if (order?.retailer_id !== owner.retailerId) return { kind: 'unknown-order' }
      const quantities = new Map<string, number>()
      for (const { productId, quantity } of await listLines(tx, [orderId]))
        quantities.set(productId, Math.min(mostQuantity, (quantities.get(productId) ?? 0) + quantity))
      const wanted = [...quantities].map(([productId, quantity]) => ({ productId, quantity }))
      const { notSold, tooMany } = await putInBasket(tx, { owner, wanted, joining: 'keep-larger', now: clock.now() })
      const { number } = order
      const [gone, over] = [notSold.length, tooMany.length]
      if (gone + over === 0) return { kind: 'in-basket', number }
      return { kind: 'in-part', text: partWords({ number, gone, over, all: wanted.length }) }
    })
  }
}

type Part = { number: string; gone: number; over: number; all: number }

function partWords({ number, gone, over, all }: Part): string {
  const left = [
    ...(gone > 0 ? [`${gone} ${gone === 1 ? 'is' : 'are'} no longer sold`] : []),
    ...(over > 0 ? [`${over} would not fit into the basket`] : []),
  ].join(', ')
  return `${all - gone - over} of ${all} products of order ${number} are in your basket: ${left}`
}
