import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../../shared/prices/day-in.ts'
import { createPushedOrders, type PushedOrders } from '../../../tests/support/people/pushed-orders.ts'
import { nextMailOf } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { quoteMail } from '../../trade/orders/order.mail.ts'
import { createOrderMail } from '../../trade/orders/send-order-mail.job.ts'

let app: TestApp
let orders: PushedOrders
let contactId: string
let to: string
beforeAll(async () => {
  app = await startTestApp()
  orders = await createPushedOrders(app)
  const { rows } = await orders.query(
    `select c.account_id, c.email from contacts c join accounts a on a.id = c.account_id
     where a.is_active and c.retailer_id = $1`,
    [orders.retailerId],
  )
  contactId = rows[0].account_id
  to = rows[0].email
})
afterAll(() => app.stop())

const queuedFor = async (id: string) =>
  (await orders.query('select kind, state, last_answer from mail_messages where subject_id = $1', [id])).rows

describe('the email about an order', () => {
  test('brings a quote with its PDF to the contact whom the rep named, and the queue holds no PDF', async () => {
    const validUntil = addDays(orders.today(), 10)
    const { id, number } = await orders.push({ type: 'quote', payload: { contactId, validUntil } })
    const mail = await nextMailOf(app, { to, subject: `Quote ${number}` })
    expect(mail.text).toContain('It is valid until')
    expect(mail.raw).toContain(`filename=Quote-${number}.pdf`)
    expect(mail.raw).toContain('JVBERi0')
    const { rows } = await orders.query(`select sum(pg_column_size(m.*))::int as bytes from mail_messages m`)
    expect(rows[0].bytes).toBeLessThan(3000)
    expect((await queuedFor(id)).map(({ kind }) => kind)).toEqual(['quote'])
  })

  test('confirms an order only if the organisation wants that, and never a return', async () => {
    const silent = await orders.push({ payload: { contactId } })
    expect(await queuedFor(silent.id)).toEqual([])
    await orders.query('update organisation set confirms_orders = true')
    const { number } = await orders.push({ payload: { contactId } })
    const mail = await nextMailOf(app, { to, subject: `We received order ${number}` })
    expect(mail.text).toContain('Net total: £10.00')
    const back = await orders.push({ type: 'return', payload: { contactId } })
    const unnamed = await orders.push()
    expect([...(await queuedFor(back.id)), ...(await queuedFor(unnamed.id))]).toEqual([])
    await orders.query('update organisation set confirms_orders = false')
  })

  test('is not sent about a quote that ended before the delivery', async () => {
    const { id } = await orders.push({ type: 'quote' })
    const compose = () => createOrderMail(app.ground, quoteMail).compose({ subjectId: id } as never)
    expect(await compose()).toMatchObject({ kind: 'mail' })
    await orders.push({ type: 'cancel', payload: { orderId: id } })
    expect(await compose()).toEqual({ kind: 'cancel', why: 'it is already withdrawn' })
  })
})
