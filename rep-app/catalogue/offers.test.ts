import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, it } from 'vitest'
import { openCache } from '../device/cache.ts'
import { createReadOffers } from './offers.ts'

const product = { code: '', barcode: '', category: '', unit: 'case', packSize: 1, taxClass: '', description: '' }
const tea = { ...product, id: 'tea', name: 'Tea', priceCents: 300 }
const always = { validFrom: null, validUntil: null }

it('applies retailer prices, breaks and the price list of the retailer', async () => {
  const cache = openCache('offers')
  const shop = {
    id: 'shop',
    name: 'Shop',
    accountNumber: '1',
    territoryId: 't',
    phone: '',
    type: '',
    grade: '',
    chain: '',
  }
  const address = { line: '', town: '', postcode: '' }
  await cache.retailers.put({ ...shop, address, creditStatus: 'good', priceListId: 'trade', notes: '' })
  await cache.listPrices.bulkPut([
    { id: 'l1', priceListId: 'trade', productId: 'tea', priceCents: 280, minimumQuantity: 1, ...always },
    { id: 'l2', priceListId: 'other', productId: 'tea', priceCents: 1, minimumQuantity: 1, ...always },
  ])
  await cache.priceBreaks.put({
    id: 'b1',
    retailerId: 'shop',
    productId: 'tea',
    priceCents: 250,
    minimumQuantity: 6,
    ...always,
  })
  const read = createReadOffers({ cache, timeZone: () => 'UTC', serverNow: () => 0 })
  const [offer, plain] = await read([tea, { ...tea, id: 'plain', priceCents: 90 }], 'shop')
  expect([1, 5, 6].map(quantity => offer?.priceAt(quantity))).toEqual([280, 280, 250])
  expect(plain?.priceAt(6)).toBe(90)
  expect(offer?.breaks.map(({ minimumQuantity, priceCents }) => [minimumQuantity, priceCents])).toEqual([
    [1, 280],
    [6, 250],
  ])
  expect((await read([tea], 'another shop'))[0]?.priceAt(10)).toBe(300)
  expect(await read([], 'shop')).toEqual([])
})

it('takes the day in the time zone of the organisation, by the time of the server', async () => {
  const cache = openCache('offers of a day')
  const day = { validFrom: '2026-05-05', validUntil: '2026-05-05' }
  await cache.priceBreaks.put({
    id: 'b',
    retailerId: 'shop',
    productId: 'tea',
    priceCents: 200,
    minimumQuantity: 1,
    ...day,
  })
  const priceIn = async (timeZone: string, at: string) => {
    const read = createReadOffers({
      cache,
      timeZone: () => timeZone,
      serverNow: () => Date.parse(at),
    })
    return (await read([tea], 'shop'))[0]?.priceAt(1)
  }
  expect(await priceIn('Europe/London', '2026-05-04T23:30:00Z')).toBe(200)
  expect(await priceIn('UTC', '2026-05-04T23:30:00Z')).toBe(300)
  expect(await priceIn('Europe/London', '2026-05-05T23:00:00Z')).toBe(300)
})

it('opens the data of the version before price lists, and fills the new columns', async () => {
  const before = new Dexie('older cache')
  before.version(1).stores({
    retailers: 'id, name, accountNumber',
    products: 'id, barcode, name, category',
    prices: 'id, [retailerId+productId]',
  })
  const { packSize: _, taxClass: __, description: ___, ...old } = tea
  await before.table('products').put(old)
  await before.table('retailers').put({ id: 'shop', name: 'Shop' })
  before.close()
  const cache = openCache('older cache')
  expect(await cache.products.get('tea')).toEqual({ ...old, packSize: 1, taxClass: 'standard', description: '' })
  expect(await cache.retailers.get('shop')).toMatchObject({ name: 'Shop', creditStatus: 'good', priceListId: null })
})
