import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { type ApiUser, addAdministrator, asJson } from '../../../tests/support/people/administrators.ts'
import { createPull } from '../../../tests/support/people/field.ts'
import { riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { callApi, signInToApp } from '../../../tests/support/servers/app-sign-in.ts'

const tooLate = '+010000-01-01T00:00:00.000Z'
const dear = 100_000_000
let app: TestApp
let admin: ApiUser
let rep: string
let order: { retailerId: string; lines: { productId: string; quantity: number; priceCents: number }[]; note: string }
let retailerId: string
let send: (
  path: string,
  body: object,
) => Promise<{ status: number; body: { results: Result[] } & Record<string, unknown> }>

type Result = { id: string; outcome: string; rejection?: { code: string; field: string; message: string } }

const query = async (text: string, values: unknown[] = []) => (await app.database.pool.query(text, values)).rows

beforeAll(async () => {
  app = await startTestApp()
  admin = await addAdministrator(app, { rights: { ...noRights, retailers: 'write' } })
  rep = await app.accountId(riley)
  const pull = createPull(app)
  retailerId = (await pull(rep, 'retailers')).rows[0]?.id ?? ''
  const productId = (await pull(rep, 'products')).rows[0]?.id ?? ''
  await query('update products set price_cents = $2 where id = $1', [productId, dear])
  await query('delete from prices where product_id = $1', [productId])
  order = { retailerId, lines: [{ productId, quantity: 30, priceCents: dear }], note: '' }
  const { device, tokens } = await signInToApp(app, riley)
  send = async (path, body) => {
    const answer = await callApi(app, device, tokens.access_token, path, body)
    return { status: answer.status, body: (await answer.json()) as never }
  }
})
afterAll(() => app.stop())

const item = (more: object = {}) => ({
  id: randomUUID(),
  type: 'order',
  capturedAt: app.clock.now().toISOString(),
  payload: order,
  ...more,
})
const note = (text: string, more: object = {}) => item({ type: 'note', payload: { retailerId, text }, ...more })
const deep = JSON.parse(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`)

describe('one bad item of a push', () => {
  test('is rejected alone with its reason, is kept and blocks no other item', async () => {
    const [existing] = await query('select id from orders where account_id <> $1 order by id limit 1', [rep])
    const countKept = async () =>
      (await query(`select 1 from pushed_items where outcome = 'rejected' and payload is not null`)).length
    const keptBefore = await countKept()
    const lines = (quantity: number) => [{ ...order.lines[0], quantity }]
    const bad: [string, object][] = [
      ['bad-payload capturedAt', item({ capturedAt: tooLate })],
      ['bad-payload capturedAt', item({ capturedAt: '0001-01-01T00:00:00Z' })],
      ['total-too-large lines', item({ payload: { ...order, lines: lines(100_000) } })],
      ['bad-payload text', note('closed\0')],
      ['bad-payload text', note('closed \ud83d')],
      ['bad-payload note', item({ payload: { ...order, note: '\0' } })],
      ['bad-payload type', item({ type: 'order\0' })],
      ['bad-payload retailerId', item({ payload: { 'a\0': '\udc00', deep } })],
      ['id-taken id', item({ id: existing.id })],
    ]
    const good = [item(), item(), note('closed on Mondays')]
    const pushed = [...bad.map(([, one]) => one), ...good]
    const { status, body } = await send('/push', { deviceId: randomUUID(), items: pushed })
    expect(status).toBe(200)
    const reasons = body.results.map(({ outcome, rejection: why }) => (why ? `${why.code} ${why.field}` : outcome))
    expect(reasons).toEqual([...bad.map(([reason]) => reason), 'accepted', 'accepted', 'accepted'])
    expect(body.results[2]?.rejection?.message).toContain('£100,000,000.00')
    expect(body.results[3]?.rejection?.message).toMatch(/^This text contains a character/)
    expect(await countKept()).toBe(keptBefore + bad.length)
    expect(app.logged()).not.toContain('"level":"error"')
  })

  test('keeps totals above 21 million correct', async () => {
    const month = app.clock.now().toISOString().slice(0, 7)
    const sold = async () =>
      Number(
        (await query('select sold_cents from targets where account_id = $1 and month = $2', [rep, month]))[0]
          .sold_cents,
      )
    const before = await sold()
    const { body } = await send('/push', { deviceId: randomUUID(), items: [item()] })
    expect(body.results[0]?.outcome).toBe('accepted')
    expect((await sold()) - before).toBe(30 * dear)
  })
})

describe('an item that the server keeps', () => {
  test('is listed for administrators, however odd the pushed or handed-in item is', async () => {
    const accountId = rep
    const deviceId = randomUUID()
    await query(
      `insert into app_devices (account_id, device_id, name, app_version, waiting_orders, waiting_quotes, waiting_notes,
         last_seen_at, released_until) values ($1, $2, 'Browser', '1', 1, 0, 0, $3, $4)`,
      [accountId, deviceId, app.clock.now(), new Date(app.clock.now().getTime() + 86_400_000)],
    )
    const items = [item({ capturedAt: tooLate }), note('\0'), item({ payload: { deep } }), item({ type: '\ud800' })]
    const handIn = { deviceId, ids: [], items, isLast: true }
    const { kept } = await app.actions.handInItems({ device: { accountId, deviceId }, handIn })
    expect(kept.toSorted()).toEqual(items.map(({ id }) => id).toSorted())
    for (const path of ['held-items?size=100', 'waiting-devices', 'held-items?state=released']) {
      expect((await admin.visitor.get(`/api/${path}`)).status, path).toBe(200)
    }
    const shown = asJson(await admin.visitor.get('/api/held-items?state=released')).body.items
    expect(shown.find(({ id }: { id: string }) => id === items[1]?.id).asSent ?? '').not.toContain('\0')
  })

  test('never becomes a second order with an existing id', async () => {
    const [existing] = await query('select id from orders where account_id <> $1 order by id desc limit 1', [rep])
    await query('delete from pushed_items where id = $1', [existing.id])
    await query(
      `insert into pushed_items (id, account_id, device_id, kind, outcome, payload, received_at)
       values ($1, $2, $3, 'order', 'released', $4, $5)`,
      [existing.id, rep, randomUUID(), order, app.clock.now()],
    )
    expect((await admin.visitor.postJson(`/api/held-items/${existing.id}/accept`, {})).status).toBe(422)
  })

  test('has no time after the year 9999, and the migration repairs times that an older version stored', async () => {
    const beat = { deviceId: randomUUID(), deviceName: 'Browser', appVersion: '1', oldestWaitingAt: null }
    const waiting = { orders: 1, quotes: 0, notes: 0 }
    await send('/heartbeat', { ...beat, waiting, lastCompleteSyncAt: null })
    await send('/push', { deviceId: randomUUID(), items: [item(), note('closed'), item({ payload: {} })] })
    const times = [
      ['pushed_items', 'captured_at'],
      ['orders', 'captured_at'],
      ['notes', 'captured_at'],
      ['app_devices', 'oldest_waiting_at'],
      ['app_devices', 'last_complete_sync_at'],
      ['visits', 'at'],
    ]
    const isRefused = /violates check constraint/
    for (const [table, column] of times) {
      for (const time of ['10000-01-01', '1969-12-31', 'infinity']) {
        await expect(query(`update ${table} set ${column} = '${time}'`), `${table} ${time}`).rejects.toThrow(isRefused)
      }
      await query(`alter table ${table} drop constraint ${table}_${column}_storable`)
    }
    for (const [table, column] of times) await query(`update ${table} set ${column} = '10000-01-01'`)
    expect((await admin.visitor.get('/api/held-items?size=100')).status).toBe(200)
    await query('drop function is_storable')
    await query(readFileSync('server/platform/database/migrations/021-storable-values.sql', 'utf8'))
    for (const path of ['held-items?size=100', 'waiting-devices', `users/${rep}`]) {
      const rights = { ...noRights, users: 'read', retailers: 'read' } as const
      const { visitor } = await addAdministrator(app, { rights })
      expect((await visitor.get(`/api/${path}`)).status, path).toBe(200)
    }
  })
})

test('a heartbeat with impossible counts is rejected in words and causes no server error', async () => {
  const beat = { deviceId: randomUUID(), deviceName: 'Browser', appVersion: '1', oldestWaitingAt: null }
  const waiting = { orders: 0, quotes: 0, notes: 0 }
  const bad = [
    { waiting: { ...waiting, orders: 3_000_000_000 } },
    { oldestWaitingAt: tooLate },
    { oldestWaitingAt: '0000-01-01T00:00:00Z' },
    { deviceName: 'a\0' },
    { appVersion: '\udfff' },
  ]
  for (const more of bad) {
    const { status } = await send('/heartbeat', { ...beat, waiting, lastCompleteSyncAt: null, ...more })
    expect(status, JSON.stringify(more)).toBe(400)
  }
})
