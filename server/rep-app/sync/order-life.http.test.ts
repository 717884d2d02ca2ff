import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addDays } from '../../../shared/prices/day-in.ts'
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
})
afterAll(() => app.stop())

describe('an order', () => {
  const soldOf = async () =>
    Number(
      (await orders.query('select sum(sold_cents) as sold from targets where account_id = $1', [orders.rep])).rows[0]
        .sold,
    )

  test('for a later day keeps that day, and a day in the past is refused', async () => {
    const requestedDay = addDays(orders.today(), 3)
    const { id } = await orders.push({ payload: { requestedDay } })
    expect((await orders.pull(orders.rep, 'orders')).rows.find(row => row.id === id)).toMatchObject({
      requestedDay,
      status: 'received',
    })
    expect((await orders.push({ payload: { requestedDay: addDays(orders.today(), -1) } })).outcome).toBe('bad-day')
  })

  test('is cancelled by the rep while it is received, stops counting, and is cancelled once', async () => {
    const before = await soldOf()
    const { id: orderId, number } = await orders.push()
    expect(await soldOf()).toBe(before + 1000)
    const cancelled = await orders.push({ type: 'cancel', payload: { orderId } })
    expect(cancelled).toMatchObject({ outcome: 'accepted', number })
    expect((await orders.push({ type: 'cancel', payload: { orderId } })).outcome).toBe('accepted')
    expect(await soldOf()).toBe(before)
    expect(await orders.historyOf(orderId)).toEqual(['received by rep', 'cancelled by rep'])
  })

  test('that the office has confirmed is not cancelled by the rep', async () => {
    const { id: orderId, number } = await orders.push()
    await orders.query(`update orders set status = 'confirmed' where id = $1`, [orderId])
    const { rejection } = await orders.push({ type: 'cancel', payload: { orderId } })
    expect(rejection).toMatchObject({
      code: 'cannot-be-cancelled',
      message: expect.stringContaining(`${number} is already confirmed`),
    })
  })

  test('of another territory is unknown to a rep who cancels it', async () => {
    const { id: orderId } = await orders.push()
    expect((await orders.push({ type: 'cancel', payload: { orderId }, by: other })).outcome).toBe('no-such-order')
    expect((await orders.push({ type: 'cancel', payload: { orderId: randomUUID() } })).outcome).toBe('no-such-order')
    expect(await orders.statusOf(orderId)).toBe('received')
  })

  test('of a retailer whose credit is on hold waits for the office', async () => {
    await orders.query(`update retailers set credit_status = 'hold' where id = $1`, [orders.retailerId])
    const [order, quote] = [await orders.push(), await orders.push({ type: 'quote' })]
    expect([await orders.statusOf(order.id), await orders.statusOf(quote.id)]).toEqual(['on-hold', 'open'])
    expect(await orders.historyOf(order.id)).toEqual(['on-hold by rep'])
    await orders.query(`update retailers set credit_status = 'good' where id = $1`, [orders.retailerId])
  })

  test('names a contact of its own retailer alone', async () => {
    const { rows } = await orders.query(
      `select c.account_id, c.retailer_id from contacts c join accounts a on a.id = c.account_id where a.is_active`,
    )
    const [own] = rows.filter(row => row.retailer_id === orders.retailerId)
    const [foreign] = rows.filter(row => row.retailer_id !== orders.retailerId)
    expect((await orders.push({ payload: { contactId: own?.account_id } })).outcome).toBe('accepted')
    expect((await orders.push({ payload: { contactId: foreign?.account_id } })).outcome).toBe('no-such-contact')
  })

  test('keeps the tax rate of its day on each line', async () => {
    await orders.query(`update tax_classes set rate_basis_points = 1900`)
    const { id } = await orders.push()
    await orders.query(`update tax_classes set rate_basis_points = 0`)
    const { rows } = await orders.query('select tax_basis_points from order_lines where order_id = $1', [id])
    expect(rows).toEqual([{ tax_basis_points: 1900 }])
  })
})

describe('a return', () => {
  test('is accepted at a price that the retailer paid, and is no sale', async () => {
    await orders.push()
    await orders.setPrice(700)
    const count = async () => Number((await orders.query('select sum(sold_cents) as sold from targets')).rows[0].sold)
    const before = await count()
    expect(await orders.push({ type: 'return' })).toMatchObject({
      outcome: 'accepted',
      number: expect.stringMatching(/^R/),
    })
    expect((await orders.push({ type: 'return', priceCents: 700 })).outcome).toBe('accepted')
    expect((await orders.push({ type: 'return', priceCents: 9900 })).outcome).toBe('price-changed')
    expect(await count()).toBe(before)
    await orders.setPrice(500)
  })

  test('is downloaded apart from the orders, so an app that knows no returns shows none as an order', async () => {
    const { id } = await orders.push({ type: 'return' })
    const oldShape = z.object({
      id: z.uuid(),
      number: z.string(),
      kind: z.enum(['order', 'quote']),
      totalCents: z.number(),
    })
    const { rows } = await orders.pull(orders.rep, 'orders')
    for (const row of rows) expect(oldShape.safeParse(row).error).toBeUndefined()
    expect((await orders.pull(orders.rep, 'returns')).rows.map(row => row.id)).toContain(id)
    expect((await orders.pull(other, 'returns')).rows).toEqual([])
  })
})
