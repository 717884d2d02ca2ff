import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { collections } from '../../../shared/contract/app-rows.ts'
import { createPull, type Pull } from '../../../tests/support/people/field.ts'
import { riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
let pull: Pull
let rep: string
let retailerId: string
let productId: string
beforeAll(async () => {
  app = await startTestApp()
  pull = createPull(app)
  rep = await app.accountId(riley)
  retailerId = (await pull(rep, 'retailers')).rows[0]?.id ?? ''
  productId = (await pull(rep, 'products')).rows[0]?.id ?? ''
  await query('delete from prices')
  await query('update retailers set price_list_id = null')
})
afterAll(() => app.stop())

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)
const idsOf = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id)

async function addPrice(
  priceCents: number,
  { from = 1, since = null as string | null, until = null as string | null },
) {
  const { rows } = await query(
    `insert into prices (retailer_id, product_id, price_cents, minimum_quantity, valid_from, valid_until)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [retailerId, productId, priceCents, from, since, until],
  )
  return rows[0].id as string
}

/** As the app before price breaks reads them. */
const oldShapes = {
  retailers: z.object({
    id: z.uuid(),
    name: z.string(),
    accountNumber: z.string(),
    territoryId: z.uuid(),
    address: z.object({ line: z.string(), town: z.string(), postcode: z.string() }),
    phone: z.string(),
  }),
  products: z.object({
    id: z.uuid(),
    code: z.string(),
    barcode: z.string(),
    name: z.string(),
    category: z.string().min(1),
    unit: z.string(),
    priceCents: z.number().int(),
  }),
  prices: z.strictObject({ id: z.uuid(), retailerId: z.uuid(), productId: z.uuid(), priceCents: z.number().int() }),
} as const

test('an app of the version before finds every field that it knows, and one price for each retailer and product', async () => {
  const plain = await addPrice(450, {})
  await addPrice(400, { from: 10 })
  await addPrice(300, { since: '2020-01-01', until: '2020-01-31' })
  for (const collection of ['retailers', 'products', 'prices'] as const) {
    const { rows } = await pull(rep, collection)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(oldShapes[collection].safeParse(row).error).toBeUndefined()
  }
  expect(idsOf(await pull(rep, 'prices'))).toEqual([plain])
  await query('delete from prices')
})

test('a price that gets a minimum quantity moves from the plain prices to the price breaks, and is removed from both when deleted', async () => {
  const [plain, breaks] = [await pull(rep, 'prices'), await pull(rep, 'priceBreaks')]
  const id = await addPrice(450, {})
  const there = await pull(rep, 'prices', plain.cursor)
  expect(idsOf(there)).toEqual([id])
  await query('update prices set minimum_quantity = 12 where id = $1', [id])
  expect((await pull(rep, 'prices', there.cursor)).removed).toEqual([id])
  const moved = await pull(rep, 'priceBreaks', breaks.cursor)
  expect(moved.rows).toEqual([
    { id, retailerId, productId, priceCents: 450, minimumQuantity: 12, validFrom: null, validUntil: null },
  ])
  await query('delete from prices where id = $1', [id])
  expect((await pull(rep, 'priceBreaks', moved.cursor)).removed).toEqual([id])
})

test('the rows of a price list reach a rep while a retailer of the rep has that list, and no other rep', async () => {
  const other = await app.accountId('nina.rep@harbourvale.example')
  const before = await pull(rep, 'listPrices')
  expect(before.rows).toEqual([])
  const { rows: lists } = await query(`insert into price_lists (name) values ('Trade') returning id`)
  const { rows } = await query(
    'insert into list_prices (price_list_id, product_id, price_cents) values ($1, $2, 420) returning id',
    [lists[0].id, productId],
  )
  expect(idsOf(await pull(rep, 'listPrices'))).toEqual([])
  await query('update retailers set price_list_id = $1 where id = $2', [lists[0].id, retailerId])
  const again = await app.actions.pullRows({
    accountId: rep,
    collection: 'listPrices',
    after: before.cursor,
    limit: 10,
  })
  expect(again.kind).toBe('pull-again')
  expect(idsOf(await pull(rep, 'listPrices'))).toEqual([rows[0].id])
  expect(idsOf(await pull(other, 'listPrices'))).toEqual([])
  await query('update retailers set price_list_id = null')
})

test('a rep without territories downloads empty price lists, and nothing else fails', async () => {
  const { rows } = await query('delete from user_territories where account_id = $1 returning territory_id', [rep])
  for (const collection of collections) {
    const pulled = await app.actions.pullRows({ accountId: rep, collection, after: undefined, limit: 10 })
    expect(pulled.kind, collection).toBe('page')
  }
  for (const { territory_id } of rows) await query('insert into user_territories values ($1, $2)', [rep, territory_id])
})

test('products are downloaded again when their category gets another path', async () => {
  const { cursor, rows } = await pull(rep, 'products')
  const category = rows[0]?.category
  await query(`update categories set name = 'Renamed', path = 'Renamed' where path = $1`, [category])
  const changed = await pull(rep, 'products', cursor)
  expect(idsOf(changed).toSorted()).toEqual(idsOf({ rows: rows.filter(row => row.category === category) }).toSorted())
  expect(new Set(changed.rows.map(row => row.category))).toEqual(new Set(['Renamed']))
})

test('an order is judged by the break that its quantity reaches, on the day on which it was captured', async () => {
  const now = app.clock.now()
  const yesterday = new Date(now.getTime() - 86_400_000)
  const day = yesterday.toISOString().slice(0, 10)
  await addPrice(500, {})
  await addPrice(400, { from: 10 })
  await addPrice(100, { since: day, until: day })
  const push = async (quantity: number, priceCents: number, capturedAt: Date) => {
    const payload = { retailerId, lines: [{ productId, quantity, priceCents }], note: '' }
    const item = { id: randomUUID(), type: 'order', capturedAt: capturedAt.toISOString(), payload }
    const { results } = await app.actions.pushItems({ accountId: rep, deviceId: randomUUID(), items: [item] })
    return results[0]?.outcome === 'rejected' ? results[0].rejection?.code : results[0]?.outcome
  }
  const noonYesterday = new Date(`${day}T12:00:00Z`)
  expect(await push(9, 500, now)).toBe('accepted')
  expect(await push(10, 400, now)).toBe('accepted')
  expect(await push(10, 500, now)).toBe('price-changed')
  expect(await push(1, 100, now)).toBe('price-changed')
  expect(await push(1, 100, noonYesterday)).toBe('accepted')
  // A clock that runs ahead reaches no price of the future.
  const tomorrow = new Date(now.getTime() + 86_400_000)
  await query('delete from prices')
  await addPrice(50, { since: tomorrow.toISOString().slice(0, 10) })
  expect(await push(1, 50, new Date(tomorrow.getTime() + 86_400_000))).toBe('price-changed')
  await query('delete from prices')
})
