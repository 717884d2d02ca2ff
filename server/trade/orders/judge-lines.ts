import { largestTotalCents, type OrderPayload, type Rejection } from '../../../shared/contract/app.ts'
import { priceOf } from '../../../shared/prices/price-of.ts'
import type { Organisation } from '../../people/organisation/organisation.store.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { listKnownProducts } from '../catalogue/catalogue.query.ts'
import { listOffers, type Offer } from '../prices/prices.query.ts'
import { listPaidPrices } from './ordered-before.query.ts'
import { totalOf } from './orders.store.ts'

type Lines = Pick<OrderPayload, 'retailerId' | 'lines'>
/** `day` is the one on which the lines were captured, in the organisation's time zone. */
type Judging = { day: string; organisation: Organisation }

const idsOf = (lines: OrderPayload['lines']) => [...new Set(lines.map(({ productId }) => productId))]

/**
 * The first reason why these lines can't be accepted, with all changed prices. A price must be the one of the day on
 * which the order was captured: the customer agreed to that one, however late the device finds a connection.
 */
export async function judgeLines(
  db: Queryable,
  { retailerId, lines }: Lines,
  { day, organisation }: Judging,
): Promise<Rejection | undefined> {
  const offers = await listOffers(db, { retailerId, productIds: idsOf(lines) })
  const unsold = lines.findIndex(({ productId }) => !offers.has(productId))
  if (unsold >= 0) return notSold(unsold)
  const changes = lines.flatMap(({ productId, quantity, priceCents: beforeCents }, place) => {
    const { priceCents } = priceOf(offers.get(productId) as Offer, { quantity, day })
    return priceCents === beforeCents ? [] : [{ place, productId, beforeCents, priceCents }]
  })
  const [first] = changes
  if (!first) return judgeTotal(lines, organisation)
  const name = offers.get(first.productId)?.name ?? ''
  const message = newPrice(name, { ...first, more: changes.length - 1, organisation })
  return { code: 'price-changed', field: `lines.${first.place}.priceCents`, message, changes }
}

/**
 * Returned goods cost what the retailer paid in an earlier order, or what they cost on this day. A product that is no
 * longer sold can be returned.
 */
export async function judgeReturnedLines(
  db: Queryable,
  { retailerId, lines }: Lines,
  { day, organisation }: Judging,
): Promise<Rejection | undefined> {
  const question = { retailerId, productIds: idsOf(lines) }
  const [known, offers, paid] = await Promise.all([
    listKnownProducts(db, question.productIds),
    listOffers(db, question),
    listPaidPrices(db, question),
  ])
  for (const [place, { productId, quantity, priceCents }] of lines.entries()) {
    if (!known.has(productId)) return notSold(place)
    const offer = offers.get(productId)
    const isPriceOfDay = offer !== undefined && priceOf(offer, { quantity, day }).priceCents === priceCents
    if (isPriceOfDay || paid.get(productId)?.has(priceCents)) continue
    const message = `${offer?.name ?? 'A product'} was never ordered at ${amount(organisation, priceCents)}. Choose a price of an earlier order.`
    return { code: 'price-changed', field: `lines.${place}.priceCents`, message }
  }
  return judgeTotal(lines, organisation)
}

const notSold = (place: number): Rejection => ({
  code: 'no-such-product',
  field: `lines.${place}.productId`,
  message: 'A product is no longer sold. Remove it.',
})

function judgeTotal(lines: OrderPayload['lines'], organisation: Organisation): Rejection | undefined {
  const total = totalOf(lines)
  if (total <= largestTotalCents) return undefined
  const [largest, words] = [amount(organisation, largestTotalCents), amount(organisation, total)]
  const message = `The total is ${words}. At most ${largest} is possible. Check quantities.`
  return { code: 'total-too-large', field: 'lines', message }
}

type Change = { priceCents: number; beforeCents: number; more: number; organisation: Organisation }

function newPrice(name: string, { priceCents, beforeCents, more, organisation }: Change): string {
  const [now, then] = [amount(organisation, priceCents), amount(organisation, beforeCents)]
  const others = more === 0 ? '' : ` ${more} more ${more === 1 ? 'price has' : 'prices have'} changed.`
  return `${name} costs ${now} now, not ${then}.${others} Check it with the customer, then send it again.`
}

const amount = ({ currency }: Organisation, cents: number) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(cents / 100)
