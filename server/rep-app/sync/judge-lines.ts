import { largestTotalCents, type OrderPayload, type Rejection } from '../../../shared/contract/app.ts'
import { dayIn } from '../../../shared/prices/day-in.ts'
import { priceOf } from '../../../shared/prices/price-of.ts'
import { getOrganisation, type Organisation } from '../../people/organisation/organisation.store.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { totalOf } from '../../trade/orders/orders.store.ts'
import { listOffers } from '../../trade/prices/prices.query.ts'

/**
 * The first reason why these lines can't be accepted. A price must be the one of the day on which the order was
 * captured: the customer agreed to that one, however late the device finds a connection.
 */
export async function judgeLines(
  db: Queryable,
  { retailerId, lines }: OrderPayload,
  capturedAt: Date,
): Promise<Rejection | undefined> {
  const productIds = [...new Set(lines.map(({ productId }) => productId))]
  const [organisation, offers] = await Promise.all([getOrganisation(db), listOffers(db, { retailerId, productIds })])
  const day = dayIn(organisation.timeZone, capturedAt)
  for (const [place, { productId, quantity, priceCents: captured }] of lines.entries()) {
    const offer = offers.get(productId)
    if (!offer) {
      const message = 'A product is no longer sold. Remove it.'
      return { code: 'no-such-product', field: `lines.${place}.productId`, message }
    }
    const { priceCents } = priceOf(offer, { quantity, day })
    if (priceCents !== captured) {
      const message = newPrice(offer.name, { priceCents, captured, organisation })
      return { code: 'price-changed', field: `lines.${place}.priceCents`, message }
    }
  }
  return judgeTotal(lines, organisation)
}

function judgeTotal(lines: OrderPayload['lines'], organisation: Organisation): Rejection | undefined {
  const total = totalOf(lines)
  if (total <= largestTotalCents) return undefined
  const [largest, words] = [amount(organisation, largestTotalCents), amount(organisation, total)]
  const message = `The total is ${words}. At most ${largest} is possible. Check quantities.`
  return { code: 'total-too-large', field: 'lines', message }
}

type Change = { priceCents: number; captured: number; organisation: Organisation }

function newPrice(name: string, { priceCents, captured, organisation }: Change): string {
  const [now, then] = [amount(organisation, priceCents), amount(organisation, captured)]
  return `${name} costs ${now} now, not ${then}. Check it with the customer, then send it again.`
}

const amount = ({ currency }: Organisation, cents: number) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(cents / 100)
