import { dayIn } from '../../../shared/prices/day-in.ts'
import { priceOf } from '../../../shared/prices/price-of.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { listOffers } from '../prices/prices.query.ts'
import { listLines } from './order-lines.query.ts'
import { totalOf } from './orders.store.ts'

type Quote = { id: string; retailerId: string }

/** Prices the lines of a quote as an order of this moment: what changed, and what is no longer sold. */
export async function priceQuote(db: Queryable, { id, retailerId }: Quote, now: Date) {
  const [{ timeZone }, lines] = await Promise.all([getOrganisation(db), listLines(db, [id])])
  const productIds = [...new Set(lines.map(({ productId }) => productId))]
  const offers = await listOffers(db, { retailerId, productIds })
  const day = dayIn(timeZone, now)
  const priced = lines.flatMap(({ productId, name, quantity, priceCents: beforeCents }) => {
    const offer = offers.get(productId)
    if (!offer) return []
    return [{ productId, name, quantity, beforeCents, priceCents: priceOf(offer, { quantity, day }).priceCents }]
  })
  return {
    priced,
    changes: priced.filter(({ beforeCents, priceCents }) => beforeCents !== priceCents),
    unsold: lines.filter(({ productId }) => !offers.has(productId)).map(({ name }) => name),
    totalCents: totalOf(priced),
  }
}
