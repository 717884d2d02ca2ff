import { expect, it } from 'vitest'
import { makeContacts, makeOrders, makeProducts, makeRetailers, targetFor } from './make-field-data.ts'

const twice = <Thing>(things: readonly Thing[]) => things.filter((thing, place) => things.indexOf(thing) !== place)

it('gives each product and each retailer of the demo a name of its own', () => {
  const products = makeProducts(2000)
  expect(twice(products.map(({ name }) => name))).toEqual([])
  // A number in the name is the last resort.
  expect(products.filter(({ name }) => / No\. /.test(name)).length).toBeLessThan(20)
  expect(new Set(makeProducts(20_000).map(({ name }) => name)).size).toBe(20_000)
  const retailers = makeRetailers(60, ['Harbour', 'Vale'])
  expect(twice(retailers.map(({ name }) => name))).toEqual([])
})

it('makes the same data each time', () => {
  expect(makeProducts(300)).toEqual(makeProducts(300))
  expect(makeContacts(makeRetailers(60, ['Vale']))).toEqual(makeContacts(makeRetailers(60, ['Vale'])))
})

it('gives each retailer one or two contacts, each with an email address of its own', () => {
  const retailers = makeRetailers(60, ['Harbour', 'Vale'])
  const contacts = makeContacts(retailers)
  for (const { id } of retailers)
    expect([1, 2]).toContain(contacts.filter(({ retailerId }) => retailerId === id).length)
  expect(twice(contacts.map(({ email }) => email))).toEqual([])
})

it('sets a target that four weeks of sales come near', () => {
  const products = makeProducts(2000)
  const retailerIds = makeRetailers(60, ['Harbour', 'Vale']).flatMap(({ id }, place) => (place % 2 === 0 ? [id] : []))
  for (const seller of [0, 1, 2, 3]) {
    const orders = makeOrders({ retailerIds, products, accountId: 'a', seller, now: new Date('2026-05-28') })
    const sold = orders
      .flatMap(({ lines }) => lines)
      .reduce((total, { quantity, priceCents }) => total + quantity * priceCents, 0)
    const target = targetFor(sold, seller)
    expect(sold / target).toBeGreaterThan(0.75)
    expect(sold / target).toBeLessThan(1.15)
    expect(target % 50_000).toBe(0)
  }
})
