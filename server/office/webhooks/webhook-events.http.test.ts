import { afterAll, beforeAll, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { webhookEvents } from '../../../shared/contract/webhook-events.ts'
import { addServiceToken, addUser, asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { ava } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { callAsSystem } from '../../../tests/support/servers/erp.ts'
import { startReceiver } from '../../../tests/support/servers/receiver.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let receiver: Awaited<ReturnType<typeof startReceiver>>
let admin: Visitor
beforeAll(async () => {
  receiver = await startReceiver()
  app = await startTestApp({ env: { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' } })
  admin = await signedInAt(app, ava, app.passwordOf(ava))
})
afterAll(async () => {
  await app.stop()
  await receiver.stop()
})

const command = async (path: string, body: object = {}) => asJson(await admin.postJson(`/api/${path}`, body))
const eventsOf = (type: string) =>
  receiver.received.map(({ body }) => JSON.parse(body)).filter(event => event.type === type)
const arrived = (type: string) => expect.poll(() => eventsOf(type).at(-1)?.data)

test('7.4.2 every event reaches the receiver, with whom it concerns and without a secret', async () => {
  const added = await command('webhooks', { url: receiver.url, events: [...webhookEvents] })
  expect(added.body).toMatchObject({ kind: 'added', secret: expect.stringMatching(/^whsec_/) })
  expect((await command('webhooks', { url: 'http://10.0.0.1', events: ['order.received'] })).status).toBe(422)

  const erp = await addServiceToken(app, { ...noRights, orders: 'write', retailers: 'write' })
  const { body: feed } = await callAsSystem(app, 'GET /orders?limit=1000', { token: erp })
  const order = feed.orders.find(
    (one: { kind: string; status: string }) => one.kind === 'order' && one.status === 'received',
  )
  await callAsSystem(app, `PUT /orders/${order.id}/status`, { token: erp, body: { status: 'confirmed' } })
  await arrived('order.status-changed').toMatchObject({ number: order.number, status: 'confirmed', before: 'received' })

  const insert = `insert into orders (id, number, kind, retailer_id, account_id, captured_at, received_at, note, total_cents, status)
    select gen_random_uuid(), $1, $2, retailer_id, account_id, now(), now(), '', 5, $3 from orders where id = $4`
  await app.database.pool.query(insert, ['O900001', 'order', 'received', order.id])
  await app.database.pool.query(insert, ['Q900002', 'quote', 'open', order.id])
  await arrived('order.received').toMatchObject({
    number: 'O900001',
    accountNumber: order.accountNumber,
    totalCents: 5,
  })
  await arrived('quote.received').toMatchObject({ number: 'Q900002', status: 'open' })
  await app.database.pool.query(
    `insert into notes (id, retailer_id, account_id, captured_at, text)
    select gen_random_uuid(), retailer_id, account_id, now(), 'Out of tea' from orders where id = $1`,
    [order.id],
  )
  await arrived('note.received').toMatchObject({ text: 'Out of tea', accountNumber: order.accountNumber })

  const { accountId = '' } = await addUser(app, { userType: 'device' })
  await command(`users/${accountId}/deactivate`)
  await arrived('user.deactivated').toMatchObject({ id: accountId, kind: 'user', isActive: false })
  await callAsSystem(app, 'PUT /contacts', { token: erp, body: { rows: [{ username: 'HV1001', hasAccess: false }] } })
  await arrived('contact.access-changed').toMatchObject({
    username: 'HV1001',
    accountNumber: 'HV1001',
    hasAccess: false,
  })
  await app.database.pool.query(
    `insert into audit_events (at, action, actor, account_id) values (now(), 'password-reset', 'self', $1)`,
    [accountId],
  )
  await arrived('password.reset').toEqual({ id: accountId, username: expect.any(String), kind: 'user' })

  const sent = JSON.stringify(receiver.received)
  expect(sent).not.toMatch(/"(?:password|secret|token|code|link|hash)\w*":/i)
  const { body: list } = asJson(await admin.get('/api/webhooks'))
  expect(JSON.stringify(list)).not.toContain('whsec')
  const { body: read } = asJson(await admin.get(`/api/webhooks/${added.body.id}`))
  expect(read.deliveries).toHaveLength(receiver.received.length)
})

test('an event of a transaction that is undone does not exist', async () => {
  const before = receiver.received.length
  await app.database.db
    .transaction()
    .execute(async tx => {
      await tx.updateTable('orders').set({ status: 'on-hold' }).where('status', '=', 'confirmed').execute()
      const { rows } = await app.database.pool.query('select count(*)::int as count from webhook_events')
      expect(rows[0].count).toBe(before)
      throw new Error('undo')
    })
    .catch(() => {})
  const { rows } = await app.database.pool.query('select count(*)::int as count from webhook_events')
  expect(rows[0].count).toBe(before)
})
