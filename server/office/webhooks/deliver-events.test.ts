import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { webhookEvents } from '../../../shared/contract/webhook-events.ts'
import { dayMs, hourMs } from '../../../shared/time.ts'
import { createMailGround } from '../../../tests/support/mails/mail-ground.ts'
import { type Received, startReceiver } from '../../../tests/support/servers/receiver.ts'
import { createRequestOutside } from '../../platform/outgoing/request-outside.ts'
import { createSecrets } from '../../platform/settings/secrets.ts'
import { createAddWebhook } from './add-webhook.ts'
import { createChangeWebhook } from './change-webhook.ts'
import { claimDue } from './claim-due.ts'
import { createDeliverEvents } from './deliver-events.job.ts'
import { createReadWebhook } from './read-webhooks.ts'

const secrets = createSecrets([{ id: 'test', key: randomBytes(32) }])
const authority = { actor: 'command-line' } as const
const allowedHosts = ['127.0.0.1']

let ground: Awaited<ReturnType<typeof createMailGround>>
let receiver: Awaited<ReturnType<typeof startReceiver>>
let webhook: { id: string; secret: string }
let actions: ReturnType<typeof createActions>

function createActions() {
  const config = { webhookAllowedHosts: allowedHosts } as Parameters<typeof createAddWebhook>[0]['config']
  const needs = { ...ground, secrets, config, requestOutside: createRequestOutside({ allowedHosts }) }
  return {
    add: createAddWebhook(needs),
    change: createChangeWebhook(needs),
    read: createReadWebhook(needs),
    start: createDeliverEvents(needs),
  }
}

beforeAll(async () => {
  ground = await createMailGround()
  receiver = await startReceiver()
  actions = createActions()
})
beforeEach(async () => {
  await ground.database.pool.query('delete from webhooks; delete from webhook_events')
  receiver.received.length = 0
  receiver.answerWith(response => response.writeHead(204).end())
  const added = await actions.add({ webhook: { url: receiver.url, events: [...webhookEvents] }, authority })
  if (added.kind !== 'added') throw new Error(added.text)
  webhook = added
})
afterAll(async () => {
  await receiver.stop()
  await ground.stop()
})

/** Sends what is due, and returns how many events were sent. */
const deliver = async () => (await Promise.all(await actions.start())).reduce((sum, sent) => sum + sent, 0)
const change = (what: 'test' | 'enable' | 'disable') => actions.change({ id: webhook.id, change: what, authority })
const logged = async () => (await actions.read(webhook.id))?.deliveries ?? []

test('an event is signed as Standard Webhooks say, and its secret is stored encrypted', async () => {
  await change('test')
  expect(await deliver()).toBe(1)
  const { headers, body } = receiver.received[0] ?? { headers: {} as Received['headers'], body: '' }
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = headers
  const key = Buffer.from(webhook.secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  expect(signature).toBe(`v1,${expected}`)
  expect(timestamp).toBe(String(Math.floor(ground.clock.now().getTime() / 1000)))
  expect(JSON.parse(body)).toEqual({
    type: 'test',
    timestamp: expect.any(String),
    data: { message: expect.any(String) },
  })
  const { rows } = await ground.database.pool.query('select * from webhooks')
  expect(rows[0].secret_sealed.includes(key)).toBe(false)
  expect(JSON.stringify([rows, ground.logLines, await logged()])).not.toContain(webhook.secret)
  expect(await logged()).toMatchObject([{ state: 'delivered', attempts: 1, status: 204, eventId: id }])
  expect(await deliver()).toBe(0)
})

test('a receiver that answers 500 for a day gets the event afterwards, with the same id', async () => {
  receiver.answerWith(response => response.writeHead(500).end('down'))
  await change('test')
  const end = ground.clock.now().getTime() + dayMs
  while (ground.clock.now().getTime() < end) {
    await deliver()
    const [{ nextAttemptAt } = { nextAttemptAt: null }] = await logged()
    ground.clock.advance(new Date(nextAttemptAt ?? '').getTime() - ground.clock.now().getTime())
  }
  expect(receiver.received.length).toBeLessThan(15)
  expect(await logged()).toMatchObject([{ state: 'waiting', status: 500, answer: 'down' }])
  receiver.answerWith(response => response.writeHead(200).end())
  await deliver()
  expect(await logged()).toMatchObject([{ state: 'delivered', status: 200 }])
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect((await actions.read(webhook.id))?.failingSince).toBeNull()
})

test('after three days of failures the webhook is disabled, administrators are told, and the event can be sent again', async () => {
  await ground.database.pool.query(`insert into accounts (kind, username, username_key, created_at)
    values ('user', 'alerts@rows.example', 'alerts@rows.example', now()) on conflict do nothing`)
  await ground.database.pool.query(`insert into users (account_id, user_type, has_licence, receives_system_messages)
    select id, 'admin', true, true from accounts where username_key = 'alerts@rows.example' on conflict do nothing`)
  receiver.answerWith(response => response.writeHead(302, { location: receiver.url }).end())
  await change('test')
  for (let attempts = 0; attempts < 40; attempts += 1) {
    await deliver()
    ground.clock.advance(2 * hourMs)
  }
  expect(await actions.read(webhook.id)).toMatchObject({
    disabledBecause: 'failures',
    deliveries: [{ state: 'failed', failure: 'The receiver redirects. Redirects are not followed.' }],
  })
  const { rows } = await ground.database.pool.query(
    `select recipient from mail_messages where kind = 'webhook disabled'`,
  )
  expect(rows).toEqual([{ recipient: 'alerts@rows.example' }])
  expect((await change('test')).kind).toBe('webhook-disabled')
  receiver.answerWith(response => response.writeHead(200).end())
  await change('enable')
  const [{ id: deliveryId } = { id: '' }] = await logged()
  const again = { id: webhook.id, change: 'send-again', deliveryId, authority } as const
  expect((await actions.change(again)).kind).toBe('done')
  await deliver()
  expect(await logged()).toMatchObject([{ state: 'delivered' }])
  expect((await actions.change({ ...again, deliveryId: randomUUID() })).kind).toBe('no-such-delivery')
})

test('a worker that dies between the delivery and its record loses nothing: the event is sent again', async () => {
  await change('test')
  const claim = { at: ground.clock.now(), leaseSeconds: 60, most: 20 }
  const [claimed] = await claimDue(ground.db, claim)
  expect(await deliver()).toBe(0)
  ground.clock.advance(60_000)
  expect(await deliver()).toBe(1)
  expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([claimed?.eventId])
  expect(await logged()).toMatchObject([{ state: 'delivered', attempts: 2 }])
})

test('events wait while a webhook is disabled, and a new one is not queued for it', async () => {
  await change('test')
  await change('disable')
  expect(await deliver()).toBe(0)
  const queue = `select queue_webhook_event('order.received', '{}')`
  await ground.database.pool.query(queue)
  await change('enable')
  await ground.database.pool.query(queue)
  expect(await deliver()).toBe(2)
  expect((await logged()).map(({ type }) => type).toSorted()).toEqual(['order.received', 'test'])
})

/** Another webhook to the same receiver, whose path tells them apart. */
async function addSecond(path: string): Promise<string> {
  const url = new URL(path, receiver.url).href
  const added = await actions.add({ webhook: { url, events: [...webhookEvents] }, authority })
  if (added.kind !== 'added') throw new Error(added.text)
  return added.id
}

test('a receiver that hangs delays no other one, not even an event that comes while it hangs', async () => {
  const hanging: ServerResponse[] = []
  receiver.answerWith((response, { path }) => {
    if (path === '/hangs') hanging.push(response)
    else response.writeHead(204).end()
  })
  const id = await addSecond('/hangs')
  await actions.change({ id, change: 'test', authority })
  const hung = await actions.start()
  await expect.poll(() => hanging.length).toBe(1)
  await change('test')
  expect(await deliver()).toBe(1)
  await change('test')
  expect(await deliver()).toBe(1)
  expect((await actions.read(id))?.deliveries).toMatchObject([{ state: 'waiting', attempts: 1 }])
  for (const response of hanging) response.writeHead(204).end()
  expect(await Promise.all(hung)).toEqual([1])
})

test('events of one webhook arrive in order, one at a time, whichever worker sends them', async () => {
  const other = createActions()
  const held = Promise.withResolvers<void>()
  receiver.answerWith(response => void held.promise.then(() => response.writeHead(204).end()))
  const queue = `select queue_webhook_event('order.received', jsonb_build_object('place', $1::int))`
  for (let place = 0; place < 12; place += 1) await ground.database.pool.query(queue, [place])
  const lanes = await actions.start()
  // The first event is on its way until the receiver answers.
  expect(await other.start()).toEqual([])
  held.resolve()
  await Promise.all(lanes)
  expect(receiver.received.map(({ body }) => JSON.parse(body).data.place)).toEqual(
    Array.from({ length: 12 }, (_, n) => n),
  )
})

test('events can be chosen again, and waiting ones are still sent', async () => {
  const queue = `select queue_webhook_event($1, '{}')`
  await ground.database.pool.query(queue, ['order.received'])
  await actions.change({ id: webhook.id, change: 'events', events: ['note.received'], authority })
  await ground.database.pool.query(queue, ['order.received'])
  await ground.database.pool.query(queue, ['note.received'])
  expect(await deliver()).toBe(2)
  expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual(['order.received', 'note.received'])
})
