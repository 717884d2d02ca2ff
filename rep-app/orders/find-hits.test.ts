import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { createCatalogue } from '../catalogue/create-catalogue.ts'
import { openCache } from '../device/cache.ts'
import { findHits, findOnlyHit, readLastQuantities } from './find-hits.ts'

const product = { barcode: '', category: '', unit: 'case', packSize: 1, taxClass: '', description: '' }

async function fillCatalogue(name: string) {
  const cache = openCache(name)
  await cache.products.bulkPut([
    { ...product, id: 'tea', code: 'T1', name: 'Tea', priceCents: 300 },
    { ...product, id: 'green', code: 'T12', name: 'Green tea', priceCents: 310 },
  ])
  await cache.prices.put({ id: 'own', retailerId: 'shop', productId: 'tea', priceCents: 280 })
  return { cache, ...createCatalogue({ cache, timeZone: () => 'UTC', serverNow: () => 0 }) }
}

it('finds products at the prices of the retailer, and none for an empty search', async () => {
  const catalogue = await fillCatalogue('hits')
  const hits = await findHits(catalogue, { search: 'tea', retailerId: 'shop' })
  expect(hits.map(({ name, offer }) => [name, offer.priceAt(1)])).toEqual([
    ['Green tea', 310],
    ['Tea', 280],
  ])
  expect(await findHits(catalogue, { search: ' ', retailerId: 'shop' })).toEqual([])
})

it('adds the exact or only product on Enter, and says how many match otherwise', async () => {
  const catalogue = await fillCatalogue('only hit')
  const find = (search: string) => findOnlyHit(catalogue, { search, retailerId: 'shop' })
  expect(await find('t1')).toMatchObject({ id: 'tea' })
  expect(await find('green')).toMatchObject({ id: 'green' })
  expect(await find('tea')).toEqual({ matches: 2 })
  expect(await find('coffee')).toEqual({ matches: 0 })
})

it('reads what this retailer ordered last of each product, and neither quotes nor cancelled orders', async () => {
  const { cache } = await fillCatalogue('last quantities')
  const order = { number: '', kind: 'order', retailerId: 'shop', by: '', totalCents: 0 } as const
  const line = (productId: string, quantity: number) => ({ productId, quantity, priceCents: 1 })
  const at = (day: number) => `2026-05-0${day}T08:00:00.000Z`
  await cache.orders.bulkPut([
    { ...order, id: '1', capturedAt: at(3), lines: [line('tea', 12)] },
    { ...order, id: '2', capturedAt: at(1), lines: [line('tea', 6), line('green', 2)] },
    { ...order, id: '3', capturedAt: at(4), kind: 'quote', lines: [line('tea', 99)] },
    { ...order, id: '5', capturedAt: at(5), status: 'cancelled', lines: [line('tea', 97)] },
    { ...order, id: '4', capturedAt: at(5), retailerId: 'other', lines: [line('tea', 98)] },
  ])
  expect([...(await readLastQuantities({ cache }, 'shop'))]).toEqual([
    ['tea', [12, 6]],
    ['green', [2]],
  ])
})
