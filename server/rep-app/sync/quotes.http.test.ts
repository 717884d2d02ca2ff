import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayIn } from '../../../shared/prices/day-in.ts'
import { createPushedOrders, type PushedOrders } from '../../../tests/support/people/pushed-orders.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { createLapseQuotes } from '../../trade/orders/lapse-quotes.job.ts'

let app: TestApp
let orders: PushedOrders
beforeAll(async () => {
  app = await startTestApp()
  orders = await createPushedOrders(app)
})
afterAll(() => app.stop())

describe('a quote', () => {
  test('becomes an order at the prices of the day, and the refusal lists every price that changed', async () => {
    const quote = await orders.push({ type: 'quote', payload: { validUntil: addDays(orders.today(), 10) } })
    expect(quote).toMatchObject({ outcome: 'accepted', number: expect.stringMatching(/^Q/) })
    await orders.setPrice(520)
    const lines = [1, 2].map(quantity => ({ productId: orders.productId, quantity, priceCents: 500 }))
    const refused = await orders.push({ payload: { quoteId: quote.id, lines } })
    expect(refused.rejection).toMatchObject({
      code: 'price-changed',
      message: expect.stringContaining('1 more price has changed'),
      changes: [0, 1].map(place => ({ place, productId: orders.productId, beforeCents: 500, priceCents: 520 })),
    })
    expect(await orders.statusOf(quote.id)).toBe('open')
    const order = await orders.push({ priceCents: 520, payload: { quoteId: quote.id } })
    expect(order.outcome).toBe('accepted')
    expect(await orders.historyOf(quote.id)).toEqual(['open by rep', 'ordered by rep'])
    expect((await orders.pull(orders.rep, 'orders')).rows.find(({ id }) => id === order.id)).toMatchObject({
      quoteId: quote.id,
      status: 'received',
    })
    expect(await orders.push({ priceCents: 520, payload: { quoteId: quote.id } })).toMatchObject({
      outcome: 'quote-not-open',
      rejection: { message: expect.stringContaining('already ordered') },
    })
    await orders.setPrice(500)
  })

  test('becomes one order, even if two devices order it concurrently', async () => {
    const { id: quoteId } = await orders.push({ type: 'quote' })
    const answers = await Promise.all(Array.from({ length: 5 }, () => orders.push({ payload: { quoteId } })))
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['accepted', ...Array(4).fill('quote-not-open')])
  })

  test('lapses after its last day in the organisation’s time zone, and an order of that day still arrives later', async () => {
    await orders.query(`update organisation set time_zone = 'Pacific/Auckland'`)
    const lapseQuotes = createLapseQuotes({ db: app.database.db, clock: app.clock })
    const day = dayIn('Pacific/Auckland', app.clock.now())
    const quotes = await Promise.all([1, 2].map(() => orders.push({ type: 'quote', payload: { validUntil: day } })))
    const captured = app.clock.now()
    await lapseQuotes()
    expect(await orders.statusOf(quotes[0]?.id ?? '')).toBe('open')
    app.clock.advance(24 * 3600)
    await Promise.all([lapseQuotes(), lapseQuotes()])
    expect(await orders.historyOf(quotes[0]?.id ?? '')).toEqual(['open by rep', 'lapsed by system'])
    expect(await orders.push({ payload: { quoteId: quotes[0]?.id } })).toMatchObject({ outcome: 'quote-not-open' })
    expect((await orders.push({ at: captured, payload: { quoteId: quotes[0]?.id } })).outcome).toBe('accepted')
    expect(await orders.statusOf(quotes[1]?.id ?? '')).toBe('lapsed')
    await orders.query(`update organisation set time_zone = 'UTC'`)
  })

  test('of an app that names no last day holds for thirty days, and none holds for more than a year', async () => {
    const { id } = await orders.push({ type: 'quote' })
    const { rows } = await orders.query('select valid_until from orders where id = $1', [id])
    expect(rows).toEqual([{ valid_until: addDays(orders.today(), 30) }])
    const withDay = (validUntil: string) => orders.push({ type: 'quote', payload: { validUntil } })
    expect((await withDay(addDays(orders.today(), -1))).outcome).toBe('bad-day')
    expect((await withDay(addDays(orders.today(), 367))).outcome).toBe('bad-day')
    expect((await withDay(addDays(orders.today(), 366))).outcome).toBe('accepted')
  })

  test('of another retailer becomes no order', async () => {
    const { id: quoteId } = await orders.push({ type: 'quote' })
    const second = (await orders.pull(orders.rep, 'retailers')).rows[1]?.id
    expect((await orders.push({ payload: { retailerId: second, quoteId } })).outcome).toBe('no-such-order')
    const { id: orderId } = await orders.push()
    expect((await orders.push({ payload: { quoteId: orderId } })).outcome).toBe('no-such-order')
  })
})
