import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OrderPayload } from '../../../shared/contract/app.ts'
import { createPull, type Pull } from '../../../tests/support/people/field.ts'
import { askForMail, nextMailOf, nina, riley, save } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { callApi, signInToApp } from '../../../tests/support/servers/app-sign-in.ts'

let app: TestApp
let pull: Pull
let rep: string
let other: string
beforeAll(async () => {
  app = await startTestApp()
  pull = createPull(app)
  rep = await app.accountId(riley)
  other = await app.accountId(nina)
})
afterAll(() => app.stop())

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)

describe('an item of a push', () => {
  const deviceId = randomUUID()
  let capturedAt = ''
  let retailerId = ''
  let payload: OrderPayload
  beforeEach(async () => {
    capturedAt = app.clock.now().toISOString()
    retailerId = (await pull(rep, 'retailers')).rows.at(-1)?.id ?? ''
    const special = (await pull(rep, 'prices')).rows.filter(row => row.retailerId === retailerId)
    const products = (await pull(rep, 'products')).rows.slice(0, 3)
    const priceOf = (id: string, usual: unknown) =>
      Number(special.find(row => row.productId === id)?.priceCents ?? usual)
    const lines = products.map(({ id, priceCents }) => ({
      productId: id,
      quantity: 2,
      priceCents: priceOf(id, priceCents),
    }))
    payload = { retailerId, lines, note: 'ring the bell' }
  })

  const item = (more: object = {}, id: string = randomUUID()) => ({ id, type: 'order', capturedAt, payload, ...more })
  const push = async (...items: ReturnType<typeof item>[]) =>
    (await app.actions.pushItems({ accountId: rep, deviceId, items })).results
  const countOrders = async (id: string) => (await query('select 1 from orders where id = $1', [id])).rowCount

  test('J9 is stored once, even if twenty copies arrive together, and is recognised the second time', async () => {
    const one = item()
    const answers = (await Promise.all(Array.from({ length: 20 }, () => push(one)))).flat()
    expect(answers.filter(({ outcome }) => outcome === 'accepted').length).toBe(1)
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1)
    expect(await countOrders(one.id)).toBe(1)
    const { rows } = await query('select note, total_cents, captured_at from orders where id = $1', [one.id])
    const total = payload.lines.reduce((sum, { quantity, priceCents }) => sum + quantity * priceCents, 0)
    expect(rows).toEqual([{ note: 'ring the bell', total_cents: String(total), captured_at: new Date(capturedAt) }])
    expect((await pull(rep, 'orders')).rows.find(({ id }) => id === one.id)?.lines).toMatchObject(payload.lines)
  })

  test('gets its own answer: a rejected item has a reason, is kept and blocks no other item', async () => {
    const theirs = (await pull(other, 'retailers')).rows[0]?.id ?? ''
    const line = payload.lines[0]
    const wrong = {
      'price-changed': { payload: { ...payload, lines: [{ ...line, priceCents: 1 }] } },
      'no-such-product': { payload: { ...payload, lines: [{ ...line, productId: randomUUID() }] } },
      'no-such-retailer': { payload: { ...payload, retailerId: randomUUID() } },
      'not-your-retailer': { payload: { ...payload, retailerId: theirs } },
      'bad-payload': { payload: { ...payload, lines: [] } },
    }
    const good = item()
    const items = [...Object.values(wrong).map(more => item(more)), item({ type: 'poem' }), good]
    const answers = await push(...items)
    const codes = answers.map(({ rejection }) => rejection?.code)
    expect(codes).toEqual([...Object.keys(wrong), 'bad-payload', undefined])
    expect(answers[0]?.rejection).toMatchObject({
      field: 'lines.0.priceCents',
      message: expect.stringContaining('not £0.01'),
    })
    const kept = await query(`select payload from pushed_items where outcome = 'rejected' and id = $1`, [items[0]?.id])
    expect(kept.rows).toEqual([{ payload: items[0]?.payload }])
    expect(await countOrders(good.id)).toBe(1)
  })

  test('can be fixed and sent again under its id, and never counts for another rep', async () => {
    const one = item({ payload: { ...payload, lines: [{ ...payload.lines[0], priceCents: 1 }] } })
    expect((await push(one))[0]?.outcome).toBe('rejected')
    expect(await app.actions.discardItem({ id: one.id, accountId: other })).toEqual({ kind: 'not-kept' })
    expect(await app.actions.discardItem({ id: one.id, accountId: rep })).toEqual({ kind: 'kept-here' })
    const [theirs] = (await app.actions.pushItems({ accountId: other, deviceId, items: [item({}, one.id)] })).results
    expect(theirs?.rejection?.field).toBe('id')
    expect((await push(item({}, one.id)))[0]?.outcome).toBe('accepted')
    expect(await app.actions.discardItem({ id: one.id, accountId: rep })).toEqual({ kind: 'not-kept' })
  })

  test('counts towards the target of its month if it is an order but not if it is a quote, and a note needs no lines', async () => {
    const month = app.clock.now().toISOString().slice(0, 7)
    const at = { capturedAt: app.clock.now().toISOString() }
    const soldOf = async () => Number((await pull(rep, 'targets')).rows.find(row => row.month === month)?.soldCents)
    const before = await soldOf()
    const answers = await push(
      item({ ...at, type: 'quote' }),
      item({ ...at, type: 'note', payload: { retailerId, text: 'closed on Mondays' } }),
      item(at),
    )
    expect(answers.map(({ outcome, number }) => [outcome, number?.[0]])).toEqual([
      ['accepted', 'Q'],
      ['accepted', undefined],
      ['accepted', 'O'],
    ])
    const total = payload.lines.reduce((sum, { quantity, priceCents }) => sum + quantity * priceCents, 0)
    expect((await soldOf()) - before).toBe(total)
  })
})

describe('the API of the app', () => {
  test('returns the signed-in user of the device, and says why a sign-in has ended', async () => {
    const { device, tokens } = await signInToApp(app, riley)
    const me = await callApi(app, device, tokens.access_token, '/me')
    expect(await me.json()).toMatchObject({ username: riley, territories: [{ name: 'Harbour' }], currency: 'GBP' })
    const page = await callApi(app, device, tokens.access_token, '/pull/products?limit=5')
    expect((await page.json()).rows).toHaveLength(5)
    expect((await callApi(app, device, tokens.access_token, '/pull/secrets')).status).toBe(400)
    const beat = { deviceId: randomUUID(), deviceName: 'Browser on Android', appVersion: '0.1.0' }
    const waiting = { orders: 2, quotes: 0, notes: 1 }
    const sent = await callApi(app, device, tokens.access_token, '/heartbeat', {
      ...beat,
      waiting,
      oldestWaitingAt: null,
      lastCompleteSyncAt: null,
    })
    expect(sent.status).toBe(200)
    const { rows } = await query('select waiting_orders, app_version from app_devices where account_id = $1', [rep])
    expect(rows).toEqual([{ waiting_orders: 2, app_version: '0.1.0' }])
    expect((await app.visitor().get('/api/app/me')).status).toBe(401)

    const { path, code } = await askForMail(app, riley)
    await save(app.visitor(), path, { code })
    const ended = await callApi(app, device, tokens.access_token, '/me')
    expect([ended.status, (await ended.json()).reason]).toEqual([401, 'password-reset'])
  })

  test("J12 sends the password reset email only to a contact of the rep's own retailers", async () => {
    const { device, tokens } = await signInToApp(app, nina)
    const contactId = await app.accountId('HV1001')
    const ask = () => callApi(app, device, tokens.access_token, `/contacts/${contactId}/password-reset`, {})
    expect((await ask()).status).toBe(404)
    await query(
      `update retailers set territory_id = (select territory_id from user_territories where account_id = $1)
       where account_number = 'HV1001'`,
      [other],
    )
    expect(await (await ask()).json()).toEqual({ kind: 'sent', address: 'buyer@cornerstore.example' })
    const mail = await nextMailOf(app, { to: 'buyer@cornerstore.example', subject: 'Reset your password' })
    expect(mail.text).toContain('/reset/')
    expect((await ask()).status).toBe(429)
  })
})
