import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowShapes } from '../../../shared/contract/app-rows.ts'
import { createPushedOrders, type PushedOrders } from '../../../tests/support/people/pushed-orders.ts'
import { nina } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
let orders: PushedOrders
let other: string
beforeAll(async () => {
  app = await startTestApp()
  orders = await createPushedOrders(app)
  other = await app.accountId(nina)
  await orders.query('delete from order_events')
  await orders.query('delete from order_lines')
  await orders.query('delete from orders')
})
afterAll(() => app.stop())

const pushItem = async (by: string, type: string, payload: object, id: string = randomUUID()) => {
  const item = { id, type, capturedAt: app.clock.now().toISOString(), payload: { ...payload } }
  const { results } = await app.actions.pushItems({ accountId: by, deviceId: randomUUID(), items: [item] })
  return { id, outcome: results[0]?.rejection?.code ?? results[0]?.outcome }
}

describe('the sales of a retailer by month', () => {
  const read = async (by = orders.rep) => {
    const { rows } = await orders.pull(by, 'sales')
    for (const row of rows) expect(rowShapes.sales.parse(row)).toEqual(row)
    return rows
      .filter(({ retailerId }) => retailerId === orders.retailerId)
      .map(({ soldCents, orders }) => [soldCents, orders])
  }

  test('count orders, count no quotes and no returns, and count no longer what is cancelled', async () => {
    const { id: orderId } = await orders.push()
    await orders.push()
    await orders.push({ type: 'quote' })
    await orders.push({ type: 'return' })
    expect(await read()).toEqual([[2000, 2]])
    await orders.push({ type: 'cancel', payload: { orderId } })
    expect(await read()).toEqual([[1000, 1]])
    expect(await read(other)).toEqual([])
  })

  test('count each of twenty orders that arrive together', async () => {
    await Promise.all(Array.from({ length: 20 }, () => orders.push()))
    expect(await read()).toEqual([[21_000, 21]])
  })

  test('belong to a month of the time zone of the organisation, also after that changes', async () => {
    await orders.query('delete from order_lines')
    await orders.query('delete from order_events')
    await orders.query('delete from orders')
    const { id } = await orders.push()
    await orders.query(`update orders set captured_at = '2026-04-30T23:30:00Z' where id = $1`, [id])
    const months = async () => {
      const { rows } = await orders.query(
        'select month from retailer_months where retailer_id = $1 and sold_cents > 0',
        [orders.retailerId],
      )
      return rows.map(({ month }) => month)
    }
    await orders.query(`update organisation set time_zone = 'Europe/Berlin'`)
    expect(await months()).toEqual(['2026-05'])
    await orders.query(`update organisation set time_zone = 'America/New_York'`)
    expect(await months()).toEqual(['2026-04'])
    await orders.query(`update organisation set time_zone = 'Europe/London'`)
  })
})

test('a note reaches every rep of the territory with its author, and no other rep', async () => {
  const { cursor } = await orders.pull(orders.rep, 'notes')
  const { id } = await pushItem(orders.rep, 'note', { retailerId: orders.retailerId, text: 'Closed on Mondays.' })
  const { rows } = await orders.pull(orders.rep, 'notes', cursor)
  expect(rows.map(row => rowShapes.notes.parse(row))).toMatchObject([
    { id, by: 'Riley Rep', text: 'Closed on Mondays.' },
  ])
  expect((await orders.pull(other, 'notes')).rows.map(row => row.id)).not.toContain(id)
})

describe('a visit that a rep plans', () => {
  const plan = (by: string, at: Date, id?: string) =>
    pushItem(by, 'visit', { retailerId: orders.retailerId, at: at.toISOString(), note: 'Bring samples' }, id)
  const inDays = (days: number) => new Date(app.clock.now().getTime() + days * 86_400_000)

  test('is planned once, however often it arrives, and comes back by the pull', async () => {
    const at = inDays(3)
    const { id, outcome } = await plan(orders.rep, at)
    expect([outcome, (await plan(orders.rep, at, id)).outcome]).toEqual(['accepted', 'duplicate'])
    const { rows } = await orders.pull(orders.rep, 'visits')
    expect(rows.filter(row => row.id === id)).toEqual([
      { id, retailerId: orders.retailerId, at: at.toISOString(), note: 'Bring samples' },
    ])
  })

  test('is refused for a retailer of another territory, and for a day more than a year away', async () => {
    expect((await plan(other, inDays(3))).outcome).toBe('not-your-retailer')
    expect((await plan(orders.rep, inDays(400))).outcome).toBe('bad-day')
    const { rows } = await orders.pull(orders.rep, 'visits')
    const [taken] = rows
    expect((await plan(orders.rep, inDays(3), taken?.id)).outcome).toBe('id-taken')
  })
})
