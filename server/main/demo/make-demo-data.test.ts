import { expect, it } from 'vitest'
import { mayFollow, orderStatuses, quoteStatuses } from '../../../shared/contract/order-status.ts'
import { makeOrders } from './make-orders.ts'
import { demoPriceLists, makeListPrices, makePrices } from './make-prices.ts'
import { makeProducts } from './make-products.ts'
import { makeContacts, makeRetailers } from './make-retailers.ts'
import { makeVisits, targetFor } from './make-visits.ts'

const twice = <Thing>(things: readonly Thing[]) => {
  const seen = new Set<Thing>()
  return things.filter(thing => seen.has(thing) || !seen.add(thing))
}
const now = new Date('2026-05-28T12:00:00Z')
const retailers = makeRetailers(60, ['Harbour', 'Vale'])
const products = makeProducts(2000)
const sell = (days: number, seller = 0) =>
  makeOrders({ retailers: retailers.slice(0, 30), products, accountId: 'a', seller, now, days })

it('gives each product and each retailer of the demo a name of its own', () => {
  expect(twice(products.map(({ name }) => name))).toEqual([])
  // A number in the name is the last resort.
  expect(products.filter(({ name }) => / No\. /.test(name))).toEqual([])
  expect(twice(makeProducts(50_000).map(({ name }) => name))).toEqual([])
  expect(twice(retailers.map(({ name }) => name))).toEqual([])
})

it('makes the same data each time', () => {
  expect(makeProducts(300)).toEqual(makeProducts(300))
  expect(makeContacts(makeRetailers(60, ['Vale']))).toEqual(makeContacts(makeRetailers(60, ['Vale'])))
  expect(sell(60)).toEqual(sell(60))
})

it('gives each retailer one or two contacts, each with an email address of its own', () => {
  const contacts = makeContacts(retailers)
  for (const { id } of retailers)
    expect([1, 2]).toContain(contacts.filter(({ retailerId }) => retailerId === id).length)
  expect(twice(contacts.map(({ email }) => email))).toEqual([])
})

it('has orders and quotes in every status, each reached by steps that the office may take', () => {
  const orders = [0, 1, 2, 3].flatMap(seller => sell(60, seller))
  const reached = new Set(orders.map(({ statuses }) => statuses.at(-1)?.status))
  expect([...reached].toSorted()).toEqual([...orderStatuses, ...quoteStatuses].toSorted())
  for (const { statuses, capturedAt } of orders) {
    expect(capturedAt <= now).toBe(true)
    for (const [place, { status, at }] of statuses.entries()) {
      const before = statuses[place - 1]
      expect(at <= now).toBe(true)
      if (before) expect(mayFollow(before.status, status), `${before.status} to ${status}`).toBe(true)
      if (before) expect(at > before.at).toBe(true)
    }
  }
})

it('has list prices and retailer prices that fall with the quantity', () => {
  const list = demoPriceLists.flatMap(list => makeListPrices(list, { priceListId: list.name, products }))
  const own = makePrices(retailers, { products, today: '2026-05-28' })
  const rows = [
    ...list.map(row => ({ ...row, key: `${row.price_list_id} ${row.product_id}` })),
    ...own.map(row => ({ ...row, key: `${row.retailer_id} ${row.product_id}` })),
  ]
  const dearest = new Map<string, number>()
  for (const { key, price_cents } of rows) {
    expect(price_cents, key).toBeLessThan(dearest.get(key) ?? Number.POSITIVE_INFINITY)
    dearest.set(key, price_cents)
  }
})

it('plans six visits for today, and visits on the working days after it', () => {
  const retailerIds = retailers.slice(0, 30).map(({ id }) => id)
  const days = makeVisits({ retailerIds, accountId: 'a', now }).map(({ at }) => at.toISOString().slice(0, 10))
  expect(days.filter(day => day === '2026-05-28')).toHaveLength(6)
  expect([...new Set(days)]).toEqual(['2026-05-28', '2026-05-29', '2026-06-01', '2026-06-02', '2026-06-03'])
})

it('sets a target that four weeks of sales come near', () => {
  for (const seller of [0, 1, 2, 3]) {
    const sold = sell(28, seller)
      .filter(({ kind }) => kind === 'order')
      .flatMap(({ lines }) => lines)
      .reduce((total, { quantity, priceCents }) => total + quantity * priceCents, 0)
    const target = targetFor(sold, seller)
    expect(sold / target).toBeGreaterThan(0.75)
    expect(sold / target).toBeLessThan(1.15)
    expect(target % 50_000).toBe(0)
  }
})
