import type { OrderStatus } from '../../../shared/contract/order-status.ts'
import { priceOf } from '../../../shared/prices/price-of.ts'
import { dayMs, hourMs, minuteMs } from '../../../shared/time.ts'
import type { NewOrder } from '../../trade/orders/orders.store.ts'
import { between, createRandom, idOf, pick, shuffle } from './chance.ts'
import { type DemoPriceList, findListFor } from './make-prices.ts'
import type { DemoProduct } from './make-products.ts'
import type { DemoRetailer } from './make-retailers.ts'

export type Sold = {
  retailers: readonly DemoRetailer[]
  products: readonly DemoProduct[]
  accountId: string
  seller: number
  now: Date
  /** How far back the orders go. */
  days: number
}

export type MadeOrder = Omit<NewOrder, 'number'> & { statuses: { status: OrderStatus; at: Date }[] }

/** A rep's orders: each retailer orders again and again from what it sells, every one to three weeks. */
export function makeOrders({ retailers, products, accountId, seller, now, days }: Sold): MadeOrder[] {
  const next = createRandom(13 + seller)
  const made = retailers.flatMap(retailer => {
    const range = shuffle(next, products).slice(0, 14)
    const list = findListFor(retailer)
    const orders: MadeOrder[] = []
    for (let age = next() * 9; age < days; age += between(next, 7, 20) + next()) {
      const kind = next() < 0.1 ? 'quote' : 'order'
      const capturedAt = workingTime(now, age, next)
      const lines = linesOf(shuffle(next, range).slice(0, between(next, 2, 7)), { list, next })
      const id = idOf(`order ${seller} ${retailer.id} ${orders.length}`)
      const statuses = statusesOf(kind, { retailer, capturedAt, now, next })
      const row = { id, kind, retailerId: retailer.id, accountId, capturedAt, receivedAt: capturedAt } as const
      orders.push({ ...row, note: next() < 0.1 ? 'Please deliver with the next van.' : '', lines, statuses })
    }
    return orders
  })
  return made.sort((one, other) => one.capturedAt.getTime() - other.capturedAt.getTime())
}

/** At this age in days, moved to the working hours of that day. An order of the last day is from the last three hours. */
function workingTime(now: Date, age: number, next: () => number): Date {
  if (age < 1) return new Date(now.getTime() - Math.floor(1 + next() * 179) * minuteMs)
  const day = new Date(now.getTime() - Math.floor(age) * dayMs)
  day.setUTCHours(8, between(next, 0, 9 * 60), 0, 0)
  return day
}

type Pricing = { list: DemoPriceList | undefined; next: () => number }

function linesOf(products: readonly DemoProduct[], { list, next }: Pricing): NewOrder['lines'] {
  return products.map(({ id, price_cents }) => {
    const quantity = pick(next, [1, 2, 2, 3, 4, 5, 6, 6, 8, 10, 12])
    return { productId: id, quantity, priceCents: priceAt(price_cents, { list, quantity }) }
  })
}

/** As agreed then: the prices of today may differ. */
function priceAt(basePriceCents: number, { list, quantity }: { list: DemoPriceList | undefined; quantity: number }) {
  const listPrices = Object.entries(list?.steps ?? {}).map(([from, share]) => ({
    priceCents: Math.round((basePriceCents * share) / 5) * 5,
    minimumQuantity: Number(from),
    validFrom: null,
    validUntil: null,
  }))
  return priceOf({ retailerPrices: [], listPrices, basePriceCents }, { quantity, day: '2020-01-01' }).priceCents
}

type Life = { retailer: DemoRetailer; capturedAt: Date; now: Date; next: () => number }

/** What became of an order since: the older it is, the further it got. */
function statusesOf(kind: 'order' | 'quote', life: Life): MadeOrder['statuses'] {
  const { capturedAt, now, next } = life
  const steps = kind === 'quote' ? quoteSteps(next) : orderSteps(life)
  const events = steps.map(([status, hours]) => ({ status, at: new Date(capturedAt.getTime() + hours * hourMs) }))
  return events.filter(({ at }) => at <= now)
}

type Step = [status: OrderStatus, hoursLater: number]

function orderSteps({ retailer, next }: Life): Step[] {
  const chance = next()
  if (chance < 0.04)
    return [
      ['received', 0],
      ['cancelled', 5],
    ]
  const begin: Step[] = [['received', 0]]
  if (retailer.creditStatus === 'hold' || chance < 0.12) begin.push(['on-hold', 1])
  const confirmedAfter = retailer.creditStatus === 'hold' ? 120 : between(next, 3, 30)
  return [...begin, ['confirmed', confirmedAfter], ['shipped', confirmedAfter + 30], ['invoiced', confirmedAfter + 100]]
}

function quoteSteps(next: () => number): Step[] {
  const end = pick(next, ['ordered', 'lapsed', 'withdrawn'] as const)
  return [
    ['open', 0],
    [end, end === 'lapsed' ? 14 * 24 : 6 * 24],
  ]
}
