import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInAt } from '../../../tests/support/people/administrators.ts'
import { createImporter, csv } from '../../../tests/support/people/imports.ts'
import { createPushedOrders, type PushedOrders } from '../../../tests/support/people/pushed-orders.ts'
import { ava, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
let orders: PushedOrders
let importer: ReturnType<typeof createImporter>
let code: string
beforeAll(async () => {
  app = await startTestApp()
  orders = await createPushedOrders(app)
  importer = createImporter(await signedInAt(app, ava, app.passwordOf(ava)), 'orders')
  code = (await orders.query('select code from products where id = $1', [orders.productId])).rows[0].code
})
afterAll(() => app.stop())

const heading =
  'Type,Item ID,Status,Captured at (UTC),Username,Device ID,Retailer account,Retailer,Retailer ID,Line,Product code,Product,Barcode,Unit,Product ID,Quantity,Unit price,Line total,Currency,Note,Requested day,Valid until,Contact ID,Quote ID,Reason'

type Cells = Record<string, string | number>

/** A row of the file that the app exports. */
function row(id: string, change: Cells = {}): string {
  const cells: Cells = {
    ...{ Type: 'Order', 'Item ID': id, 'Captured at (UTC)': '2026-05-04T08:00:00.000Z', Username: riley },
    ...{ 'Retailer ID': orders.retailerId, Line: 1, 'Product ID': orders.productId, Quantity: 2, 'Unit price': '4.50' },
    ...{ Currency: 'GBP', Note: 'Ring twice' },
    ...change,
  }
  return heading
    .split(',')
    .map(name => `"${cells[name] ?? ''}"`)
    .join(',')
}

const check = (...rows: string[]) => importer.uploadAndCheck(csv(heading, ...rows))
const linesOf = async (id: string) =>
  (await orders.query('select quantity, price_cents from order_lines where order_id = $1 order by place', [id])).rows

test('an exported order with several lines is imported once, as the order of its rep', async () => {
  const id = randomUUID()
  const rows = [row(id), row(id, { Line: 2, 'Product ID': '', 'Product code': code, Quantity: 12 })]
  const { id: file, summary } = await check(...rows)
  expect(summary).toMatchObject({ add: 2, refuse: 0 })
  expect(await linesOf(id)).toEqual([])
  await importer.run(file)
  const stored = `select kind, status, note, account_id, total_cents::int from orders where id = $1`
  expect((await orders.query(stored, [id])).rows).toEqual([
    { kind: 'order', status: 'received', note: 'Ring twice', account_id: orders.rep, total_cents: 6300 },
  ])
  expect(await linesOf(id)).toEqual([
    { quantity: 2, price_cents: 450 },
    { quantity: 12, price_cents: 450 },
  ])
  const again = await check(...rows)
  expect(again.summary).toMatchObject({ add: 0, leave: 2, refuse: 0 })
})

test('an imported order that the device sends later too stays one order', async () => {
  const id = randomUUID()
  const { id: file } = await check(row(id))
  await importer.run(file)
  const lines = [{ productId: orders.productId, quantity: 2, priceCents: 450 }]
  const payload = { retailerId: orders.retailerId, lines, note: 'Ring twice' }
  const item = { id, type: 'order', capturedAt: '2026-05-04T08:00:00.000Z', payload }
  const { results } = await app.actions.pushItems({ accountId: orders.rep, deviceId: randomUUID(), items: [item] })
  expect(results).toMatchObject([{ outcome: 'duplicate', number: expect.stringMatching(/^O\d+$/) }])
  expect(await linesOf(id)).toHaveLength(1)
})

test('an order that the server rejected is accepted by the import, and one that it has is not imported again', async () => {
  const rejected = await orders.push({ priceCents: 1 })
  expect(rejected.outcome).toBe('price-changed')
  const accepted = await orders.push()
  const { id: file, summary } = await check(row(rejected.id, { 'Unit price': '0.01' }), row(accepted.id))
  expect(summary).toMatchObject({ add: 1, leave: 1 })
  await importer.run(file)
  expect(await linesOf(rejected.id)).toEqual([{ quantity: 2, price_cents: 1 }])
  expect(await orders.historyOf(accepted.id)).toHaveLength(1)
})

test('a check uses up no order number, and a quote, a return and a note are imported as what they are', async () => {
  const numbers = async () => (await orders.query('select last_value from order_numbers')).rows[0].last_value
  const [quote, back, note] = [randomUUID(), randomUUID(), randomUUID()]
  const before = await numbers()
  const { id: file } = await check(
    row(quote, { Type: 'Quote', 'Valid until': '2026-06-01' }),
    row(back, { Type: 'Return' }),
    row(note, { Type: 'Note', Line: '', 'Product ID': '', Quantity: '', 'Unit price': '', Note: 'Out of tea' }),
  )
  expect(await numbers()).toBe(before)
  await importer.run(file)
  const { rows } = await orders.query(`select kind, valid_until::text from orders where id = any($1) order by kind`, [
    [quote, back],
  ])
  expect(rows).toEqual([
    { kind: 'quote', valid_until: '2026-06-01' },
    { kind: 'return', valid_until: null },
  ])
  expect((await orders.query('select text from notes where id = $1', [note])).rows).toEqual([{ text: 'Out of tea' }])
})

test('each bad order says why, and none of its lines is imported', async () => {
  const [torn, twice, mixed] = [randomUUID(), randomUUID(), randomUUID()]
  const elsewhere = await orders.push({ by: await app.accountId(ava) })
  const bad: [string, string][] = [
    [row('12'), 'ID as the app exports it'],
    [row(randomUUID(), { Type: 'Visit' }), 'order, quote, return or note'],
    [row(randomUUID(), { 'Captured at (UTC)': 'yesterday' }), 'Write a time in UTC'],
    [row(randomUUID(), { Username: 'nobody.here' }), 'There is no rep'],
    [row(randomUUID(), { 'Retailer ID': '', 'Retailer account': 'X-9' }), 'There is no retailer'],
    [row(randomUUID(), { 'Retailer ID': randomUUID() }), 'no longer exists'],
    [row(randomUUID(), { 'Product ID': '', 'Product code': 'P-none' }), 'There is no product with the code P-none'],
    [row(randomUUID(), { 'Product ID': randomUUID() }), 'no longer exists'],
    [row(randomUUID(), { Quantity: 0 }), 'At least 1'],
    [row(randomUUID(), { 'Unit price': '-1' }), 'is negative'],
    [row(randomUUID(), { Currency: 'EUR' }), 'Prices are in GBP'],
    [row(randomUUID(), { Quantity: 100_000, 'Unit price': '999999' }), 'The total is too large'],
    [row(elsewhere.id), 'Another record has this ID'],
    [row(twice), 'Line 1 is there twice'],
    [row(twice), 'Line 1 is there twice'],
    [row(mixed), 'must have the same type'],
    [row(mixed, { Line: 2, Username: ava }), 'must have the same type'],
    [row(torn), 'Another row of the same order'],
    [row(randomUUID(), { Quantity: 'many' }), "isn't a number"],
    [row(torn, { Line: 2 }), 'belongs to the same order'],
  ]
  const { id: file, summary } = await check(...bad.map(([line]) => line))
  const rows = await importer.rows(file, 'size=50')
  expect(rows.map(({ texts }) => texts.join(' '))).toEqual(bad.map(([, why]) => expect.stringContaining(why)))
  expect(summary).toMatchObject({ add: 0, refuse: bad.length })
})

test('an order whose lines lie on both sides of a batch is imported completely, and one torn apart not at all', async () => {
  const [across, torn] = [randomUUID(), randomUUID()]
  const linesFor = (id: string, count: number) =>
    Array.from({ length: count }, (_, place) => row(id, { Line: place + 1 }))
  const others = linesFor(randomUUID(), 498)
  const { id: file } = await check(row(torn), ...others, ...linesFor(across, 4), row(torn, { Line: 2 }))
  await importer.run(file, 'good')
  expect(await linesOf(across)).toHaveLength(4)
  expect(await linesOf(torn)).toEqual([])
})
