import { dayIn } from '../../../shared/prices/day-in.ts'
import { priceOf } from '../../../shared/prices/price-of.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { listOffers } from '../../trade/prices/prices.query.ts'
import { type BasketLine, listLinesOf, lockBasket, putLines } from './baskets.store.ts'
import { mostQuantity } from './read-quantity.ts'

/** As many as an order may have. */
export const mostLines = 500

export type Wanted = { productId: string; quantity: number }
export type Owner = { id: string; retailerId: string }

/** How the quantity joins the one that is in the basket already. */
export type Joining = 'add' | 'keep-larger' | 'replace'

export type PutResult = {
  /** What is in the basket now, and was not left out. */
  put: { productId: string; name: string; quantity: number }[]
  /** The retailer can't buy these, or no longer. */
  notSold: string[]
  /** They would exceed the largest quantity, or the most lines. */
  tooMany: string[]
}

const joined = (joining: Joining, before: number, quantity: number) =>
  ({ add: before + quantity, 'keep-larger': Math.max(before, quantity), replace: quantity })[joining]

/** Puts products into a basket, with the prices of this moment as what the contact saw. */
export async function putInBasket(
  tx: Tx,
  { owner, wanted, joining, now }: { owner: Owner; wanted: readonly Wanted[]; joining: Joining; now: Date },
): Promise<PutResult> {
  await lockBasket(tx, owner.id)
  const before = new Map((await listLinesOf(tx, owner.id)).map(line => [line.productId, line]))
  const productIds = wanted.map(({ productId }) => productId)
  const offers = await listOffers(tx, { retailerId: owner.retailerId, productIds })
  const day = dayIn((await getOrganisation(tx)).timeZone, now)
  const result: PutResult = { put: [], notSold: [], tooMany: [] }
  const lines: BasketLine[] = []
  let count = before.size
  for (const { productId, quantity: more } of wanted) {
    const offer = offers.get(productId)
    const line = before.get(productId)
    const quantity = joined(joining, line?.quantity ?? 0, more)
    if (!offer) result.notSold.push(productId)
    else if (quantity > mostQuantity || (!line && count >= mostLines)) result.tooMany.push(productId)
    else {
      if (!line) count += 1
      lines.push({ productId, quantity, seenCents: priceOf(offer, { quantity, day }).priceCents })
      result.put.push({ productId, name: offer.name, quantity })
    }
  }
  await putLines(tx, owner.id, lines)
  return result
}
