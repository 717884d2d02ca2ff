import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { addDays } from '../../../shared/prices/day-in.ts'
import { type ApiUser, addAdministrator, asJson } from '../../../tests/support/people/administrators.ts'
import { makePng } from '../../../tests/support/people/png.ts'
import { createPushedOrders, type PushedOrders } from '../../../tests/support/people/pushed-orders.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'

let app: TestApp
let orders: PushedOrders
let office: ApiUser
beforeAll(async () => {
  app = await startTestApp()
  orders = await createPushedOrders(app)
  office = await addAdministrator(app, { rights: { ...noRights, orders: 'write' } })
})
afterAll(() => app.stop())

const get = async (path: string) => asJson(await office.visitor.get(`/api${path}`))
const post = async (path: string, body: object) => asJson(await office.visitor.postJson(`/api${path}`, body))

describe('an order in the office', () => {
  test('has lines, totals by tax rate, both times and its history', async () => {
    await orders.query('update tax_classes set rate_basis_points = 2000')
    const { id, number } = await orders.push({ payload: { note: 'ring the bell' } })
    const { body } = await get(`/orders/${id}`)
    expect(body).toMatchObject({
      number,
      status: 'received',
      source: 'app',
      by: { name: 'Riley Rep' },
      note: 'ring the bell',
      lines: [{ quantity: 2, priceCents: 500, netCents: 1000, taxBasisPoints: 2000, isSold: true }],
      totals: { netCents: 1000, taxCents: 200, grossCents: 1200 },
      history: [{ status: 'received', actor: 'rep', by: 'Riley Rep' }],
      capturedAt: expect.any(String),
      receivedAt: expect.any(String),
    })
    expect((await get(`/orders/${randomUUID()}`)).status).toBe(404)
  })

  test('is downloaded as a PDF with its own name', async () => {
    const { id, number } = await orders.push()
    const answer = await office.visitor.get(`/api/orders/${id}/pdf`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.headers['content-disposition']).toBe(`inline; filename="Order-${number}.pdf"`)
    expect(answer.html).toMatch(/^%PDF-/)
    expect(answer.html).not.toContain('/Subtype /Image')
    await app.actions.changeLogo({ image: makePng(64, 32), authority: { actor: 'command-line' } })
    expect((await office.visitor.get(`/api/orders/${id}/pdf`)).html).toContain('/Subtype /Image')
    expect((await get(`/orders/${randomUUID()}/pdf`)).status).toBe(404)
  })

  test('stays readable after its rep is deactivated, its retailer closed and its product no longer sold', async () => {
    const { id, number } = await orders.push()
    await orders.query('update accounts set is_active = false where id = $1', [orders.rep])
    await orders.query('update retailers set is_active = false where id = $1', [orders.retailerId])
    await orders.query('update products set is_active = false where id = $1', [orders.productId])
    expect((await get(`/orders/${id}`)).body).toMatchObject({ isRetailerOpen: false, lines: [{ isSold: false }] })
    expect((await get(`/orders?search=${number}`)).body.rows).toMatchObject([{ id, by: { name: 'Riley Rep' } }])
    for (const table of ['accounts', 'retailers', 'products'])
      await orders.query(`update ${table} set is_active = true where id = any($1)`, [
        [orders.rep, orders.retailerId, orders.productId],
      ])
  })

  test('gets a status alone and with others, each with its own answer, and one entry in history and audit', async () => {
    const [one, two, shipped] = [await orders.push(), await orders.push(), await orders.push()]
    await post('/orders/status', { ids: [shipped.id], status: 'shipped' })
    const unknown = randomUUID()
    const change = { ids: [one.id, two.id, one.id, shipped.id, unknown], status: 'confirmed' }
    const { body } = await post('/orders/status', change)
    expect(body.results).toEqual([
      { id: one.id, outcome: 'updated' },
      { id: two.id, outcome: 'updated' },
      { id: shipped.id, outcome: 'status-cannot-follow' },
      { id: unknown, outcome: 'no-such-order' },
    ])
    expect((await post('/orders/status', change)).body.results[0]).toEqual({ id: one.id, outcome: 'unchanged' })
    expect(await orders.historyOf(one.id)).toEqual(['received by rep', 'confirmed by administrator'])
    const { rows } = await orders.query(
      `select details from audit_events where action = 'order-status-changed' and details ->> 'order' = $1`,
      [one.id],
    )
    expect(rows).toEqual([{ details: { order: one.id, before: 'received', after: 'confirmed' } }])
    const many = { ids: Array.from({ length: 501 }, () => randomUUID()), status: 'confirmed' }
    expect((await post('/orders/status', many)).status).toBe(400)
  })

  test('is cancelled by the office, and no longer counts towards the target', async () => {
    const sold = async () => Number((await orders.query('select sum(sold_cents) as sold from targets')).rows[0].sold)
    const before = await sold()
    const { id } = await orders.push()
    expect(await sold()).toBe(before + 1000)
    await post('/orders/status', { ids: [id], status: 'cancelled' })
    expect(await sold()).toBe(before)
  })

  test('carries a note to the customer, which reaches the app', async () => {
    const { id } = await orders.push()
    expect((await post(`/orders/${id}/note`, { note: ' Delivered on Friday. ' })).status).toBe(200)
    const { rows } = await orders.pull(orders.rep, 'orders')
    expect(rows.find(row => row.id === id)).toMatchObject({ customerNote: 'Delivered on Friday.' })
    expect((await post(`/orders/${randomUUID()}/note`, { note: '' })).status).toBe(404)
  })

  test('for a later day is held until that day', async () => {
    const requestedDay = addDays(orders.today(), 2)
    const { id } = await orders.push({ payload: { requestedDay } })
    expect((await get(`/orders/${id}`)).body).toMatchObject({ requestedDay, isHeld: true })
    const now = await orders.push({ payload: { requestedDay: orders.today() } })
    expect((await get(`/orders/${now.id}`)).body).toMatchObject({ isHeld: false })
  })
})

describe('a quote in the office', () => {
  test('becomes an order at the total that the administrator saw, once', async () => {
    const quote = await orders.push({ type: 'quote' })
    await orders.setPrice(520)
    const { body: check } = await get(`/orders/${quote.id}/price-check`)
    expect(check).toMatchObject({
      lines: [{ quantity: 2, beforeCents: 500, priceCents: 520 }],
      unsold: [],
      totalCents: 1040,
    })
    expect((await post(`/orders/${quote.id}/order`, { totalCents: 1000 })).status).toBe(409)
    const { body } = await post(`/orders/${quote.id}/order`, { totalCents: 1040 })
    expect(await orders.historyOf(body.id)).toEqual(['received by administrator'])
    expect((await get(`/orders/${quote.id}`)).body).toMatchObject({ status: 'ordered', order: { id: body.id } })
    expect((await get(`/orders/${body.id}`)).body).toMatchObject({ totalCents: 1040, quote: { number: quote.number } })
    expect((await post(`/orders/${quote.id}/order`, { totalCents: 1040 })).status).toBe(409)
    expect((await post(`/orders/${body.id}/order`, { totalCents: 1040 })).status).toBe(404)
    await orders.setPrice(500)
  })
})

describe('lists', () => {
  test('filter orders, and choices name reps and retailers of every state', async () => {
    const { id } = await orders.push({ type: 'return' })
    const path = `/orders?kind=return&retailer=${orders.retailerId}&rep=${orders.rep}&status=received&source=app`
    expect((await get(path)).body.rows).toMatchObject([{ id, kind: 'return' }])
    expect((await get(`${path}&until=2020-01-01`)).body.rows).toEqual([])
    const { body } = await get('/orders/choices?of=rep&search=riley')
    expect(body.choices).toMatchObject([{ id: orders.rep, name: 'Riley Rep' }])
    const retailers = await get(`/orders/choices?of=retailer&id=${orders.retailerId}`)
    expect(retailers.body.choices).toHaveLength(1)
  })

  test('show the notes of reps by retailer and words, and need the right', async () => {
    await orders.push({ type: 'note', payload: { retailerId: orders.retailerId, text: 'Closed on Mondays' } })
    const { body } = await get(`/notes?retailer=${orders.retailerId}&search=mondays`)
    expect(body.rows).toMatchObject([{ text: 'Closed on Mondays', by: { name: 'Riley Rep' } }])
    expect((await get('/notes?search=tuesdays')).body.rows).toEqual([])
  })

  test('are exported as one row for each line, and a note is no formula', async () => {
    const { number } = await orders.push({ payload: { note: '=1+1' } })
    const answer = await office.visitor.postJson('/api/orders/export', { search: number })
    const lines = answer.html.split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain(`"${number}","order","app","received"`)
    expect(lines[1]).toContain(`"'=1+1"`)
    expect(lines[1]).toContain('"2","5.00","10.00","20.00","GBP"')
    const { rows } = await orders.query(`select details from audit_events where action = 'orders-exported'`)
    expect(rows).toEqual([{ details: { search: 'yes' } }])
  })
})
