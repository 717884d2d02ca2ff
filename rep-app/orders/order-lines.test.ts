import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { createReadOffers } from '../catalogue/offers.ts'
import { openCache } from '../device/cache.ts'
import { addLine, putLine, refreshLines, setQuantity, totalOf } from './order-lines.ts'

const always = (priceCents: number) => ({ priceAt: () => priceCents, breaks: [] })
const tea = { productId: 'tea', name: 'Tea', unit: 'case', offer: always(250) }
const milk = { productId: 'milk', name: 'Milk', unit: 'case', offer: always(120) }

it('adds a product twice as one line of two, and removes the line at a quantity of zero', () => {
  const lines = addLine(addLine(addLine([], tea), milk), tea)
  expect(lines.map(({ productId, quantity }) => [productId, quantity])).toEqual([
    ['milk', 1],
    ['tea', 2],
  ])
  expect(totalOf(lines)).toBe(620)
  expect(setQuantity(lines, 'tea', 0).map(({ productId }) => productId)).toEqual(['milk'])
  expect(totalOf(setQuantity(lines, 'milk', 10))).toBe(1700)
})

it('sets a quantity in its place, and adds a product that is new', () => {
  const lines = putLine(putLine(addLine([], tea), milk, 6), tea, 12)
  expect(lines.map(({ productId, quantity }) => [productId, quantity])).toEqual([
    ['tea', 12],
    ['milk', 6],
  ])
  expect(putLine(lines, tea, 0).map(({ productId }) => productId)).toEqual(['milk'])
})

it('charges each line the price of its quantity', () => {
  const offer = { priceAt: (quantity: number) => (quantity < 10 ? 250 : 200), breaks: [] }
  const lines = addLine([], { ...tea, offer })
  expect(totalOf(setQuantity(lines, 'tea', 9))).toBe(2250)
  expect(totalOf(setQuantity(lines, 'tea', 10))).toBe(2000)
})

it('reopens an order with current prices, the customer price first, and without removed products', async () => {
  const cache = openCache('order-lines')
  const product = { code: '', barcode: '', category: '', unit: 'case', packSize: 1, taxClass: '', description: '' }
  await cache.products.bulkPut([
    { ...product, id: 'tea', name: 'Tea', priceCents: 300 },
    { ...product, id: 'milk', name: 'Milk', priceCents: 130 },
  ])
  await cache.prices.put({ id: 'own', retailerId: 'shop', productId: 'tea', priceCents: 280 })
  const lines = ['tea', 'milk', 'gone'].map(productId => ({ productId, quantity: 2, priceCents: 130 }))
  const readOffers = createReadOffers({ cache, timeZone: () => 'UTC', serverNow: () => 0 })
  const fresh = await refreshLines({ cache, readOffers }, { retailerId: 'shop', lines, note: '' })
  expect(fresh.map(({ name, priceCents, wasCents }) => [name, priceCents, wasCents])).toEqual([
    ['Tea', 280, 130],
    ['Milk', 130, undefined],
  ])
})
