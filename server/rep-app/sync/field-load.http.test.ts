import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PushAnswer, PushItem } from '../../../shared/contract/app.ts'
import { createPull } from '../../../tests/support/people/field.ts'
import { riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { callApi, signInToApp } from '../../../tests/support/servers/app-sign-in.ts'

const devices = 20
const shared = 25
const own = 25

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const query = (text: string) => app.database.pool.query(text)

/** Orders of one case, which all count towards the same target. */
async function makeOrders(count: number): Promise<PushItem[]> {
  const pull = createPull(app)
  const rep = await app.accountId(riley)
  const [retailer] = (await pull(rep, 'retailers')).rows
  const special = (await pull(rep, 'prices')).rows.filter(({ retailerId }) => retailerId === retailer?.id)
  const product = (await pull(rep, 'products')).rows.find(({ id }) => !special.some(row => row.productId === id))
  const lines = [{ productId: product?.id, quantity: 1, priceCents: product?.priceCents }]
  const payload = { retailerId: retailer?.id, lines, note: 'load' }
  const capturedAt = app.clock.now().toISOString()
  return Array.from({ length: count }, () => ({ id: randomUUID(), type: 'order', capturedAt, payload }))
}

const turn = <Thing>(things: readonly Thing[], by: number) => [...things.slice(by), ...things.slice(0, by)]

test('J9 stores each order once when twenty devices send fifty each concurrently, half of them duplicates', async () => {
  const { device, tokens } = await signInToApp(app, riley)
  const same = await makeOrders(shared)
  const heaps = await Promise.all(
    Array.from({ length: devices }, async (_, place) => turn([...same, ...(await makeOrders(own))], place * 2)),
  )
  const sold = async () => (await query('select sum(sold_cents)::int as cents from targets')).rows[0].cents
  const before = await sold()
  const answers = await Promise.all(
    heaps.map(items => callApi(app, device, tokens.access_token, '/push', { deviceId: randomUUID(), items })),
  )
  expect(answers.map(({ status }) => status)).toEqual(heaps.map(() => 200))
  const bodies: PushAnswer[] = await Promise.all(answers.map(answer => answer.json()))
  const results = bodies.flatMap(body => body.results)
  expect(results.filter(({ outcome }) => outcome === 'rejected')).toEqual([])
  const taken = shared + devices * own
  expect(results.filter(({ outcome }) => outcome === 'accepted').length).toBe(taken)
  expect(new Set(results.map(({ number }) => number)).size).toBe(taken)
  const { rows } = await query(
    `select count(*)::int as orders, sum(total_cents)::int as cents from orders where note = 'load'`,
  )
  expect(rows).toEqual([{ orders: taken, cents: (await sold()) - before }])
})
