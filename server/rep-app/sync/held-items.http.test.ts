import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { type ApiUser, addAdministrator, asJson } from '../../../tests/support/people/administrators.ts'
import { createPull, type Pull } from '../../../tests/support/people/field.ts'
import { nina, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { type AppDevice, callApi, createAppDevice, signInToApp } from '../../../tests/support/servers/app-sign-in.ts'

let app: TestApp
let pull: Pull
let admin: ApiUser
beforeAll(async () => {
  app = await startTestApp()
  pull = createPull(app)
})
beforeEach(async () => {
  admin = await addAdministrator(app, { rights: { ...noRights, users: 'write', retailers: 'write' } })
})
afterAll(() => app.stop())

const call = (device: AppDevice, token: string, path: string, body: object) => callApi(app, device, token, path, body)
const query = async (text: string, values: unknown[] = []) => (await app.database.pool.query(text, values)).rows
const list = async (state: string) => asJson(await admin.visitor.get(`/api/held-items?state=${state}`)).body

/** An order of the first retailer and product of the rep, at its price. */
async function newOrder(username: string, note: string, priceCents?: number) {
  const rep = await app.accountId(username)
  const [retailer] = (await pull(rep, 'retailers')).rows
  const [product] = (await pull(rep, 'products')).rows
  const lines = [{ productId: product?.id, quantity: 3, priceCents: priceCents ?? Number(product?.priceCents) }]
  const payload = { retailerId: retailer?.id, lines, note }
  return { id: randomUUID(), type: 'order', capturedAt: '2026-05-04T08:12:00.000Z', payload }
}

/** A device of the rep that has contacted the server and has unsent items. */
async function addDevice(username: string) {
  const { device, tokens } = await signInToApp(app, username)
  const deviceId = randomUUID()
  const beat = { deviceId, deviceName: 'Browser on Android', appVersion: '0.1.0', oldestWaitingAt: null }
  const waiting = { orders: 2, quotes: 0, notes: 0 }
  const token = tokens.access_token
  expect((await call(device, token, '/heartbeat', { ...beat, waiting, lastCompleteSyncAt: null })).status).toBe(200)
  return { device, deviceId, token }
}

const handIn = async (
  { device, deviceId }: { device: AppDevice; deviceId: string },
  more: { ids?: string[]; items?: object[]; isLast?: boolean } = {},
) => {
  const answer = await call(device, deviceId, '/hand-in', { deviceId, ids: [], items: [], isLast: false, ...more })
  return { status: answer.status, body: await answer.json() }
}

describe('a rejected item', () => {
  test('is kept complete and listed in words, and as discarded after its rep discards it', async () => {
    const rep = await app.accountId(riley)
    const wrong = await newOrder(riley, 'wrong price', 1)
    const odd = { ...(await newOrder(riley, 'odd')), payload: { lines: 'none' } }
    await app.actions.pushItems({ accountId: rep, deviceId: randomUUID(), items: [wrong, odd] })
    const { items } = await list('rejected')
    const found = items.find(({ id }: { id: string }) => id === wrong.id)
    expect(found).toMatchObject({
      by: { fullName: 'Riley Rep', username: riley },
      reason: { word: 'price-changed', field: 'lines.0.priceCents' },
      lines: [{ product: expect.stringMatching(/\w/), quantity: 3, priceCents: 1 }],
      totalCents: 3,
      note: 'wrong price',
      capturedAt: '2026-05-04T08:12:00.000Z',
    })
    expect(found.retailer.name).toMatch(/\w/)
    expect(items.find(({ id }: { id: string }) => id === odd.id).asSent).toContain('"none"')
    await app.actions.discardItem({ id: wrong.id, accountId: rep })
    const idsIn = async (state: string) => (await list(state)).items.map(({ id }: { id: string }) => id)
    expect(await idsIn('rejected')).not.toContain(wrong.id)
    expect(await idsIn('discarded')).toEqual([wrong.id])
  })
})

describe('an unsent order on a device whose person cannot sign in any more', () => {
  test('is handed in once after an administrator releases it, and becomes one order of its author', async () => {
    const own = await addDevice(nina)
    const ninaId = await app.accountId(nina)
    const [one, two, late] = await Promise.all(['one', 'two', 'late'].map(note => newOrder(nina, note)))
    await app.actions.deactivateUser({ accountId: ninaId, authority: { actor: 'command-line' } })
    expect((await call(own.device, own.token, '/push', { deviceId: own.deviceId, items: [one] })).status).toBe(401)
    expect(await handIn(own, { items: [one ?? {}] })).toEqual({ status: 200, body: { isOpen: false, kept: [] } })

    const waiting = asJson(await admin.visitor.get('/api/waiting-devices')).body.devices
    const shown = waiting.find(({ person }: { person: { id: string } }) => person.id === ninaId)
    expect(shown).toMatchObject({ waiting: { orders: 2 }, canSignIn: false, canBeReleased: true, releasedUntil: null })
    expect((await admin.visitor.postJson(`/api/users/${ninaId}/release-orders`, {})).status).toBe(200)
    expect((await handIn(own)).body).toEqual({ isOpen: true, kept: [] })
    const given = await handIn(own, { items: [one ?? {}, two ?? {}], isLast: true })
    expect(given.body.isOpen).toBe(false)
    expect(given.body.kept.toSorted()).toEqual([one?.id, two?.id].toSorted())
    // The answer may be lost: the second time the device learns that its item is held. New items are no longer
    // accepted.
    expect((await handIn(own, { ids: [one?.id ?? ''], items: [late ?? {}] })).body).toEqual({
      isOpen: false,
      kept: [one?.id],
    })
    expect(await query('select 1 from orders where id = any($1)', [[one?.id, two?.id]])).toEqual([])
    expect((await list('released')).toDecide).toBe(2)

    const accept = () => admin.visitor.postJson(`/api/held-items/${one?.id}/accept`, {})
    const answers = await Promise.all(Array.from({ length: 6 }, accept))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409])
    expect(await query('select account_id, note, captured_at from orders where id = $1', [one?.id])).toEqual([
      { account_id: ninaId, note: 'one', captured_at: new Date('2026-05-04T08:12:00.000Z') },
    ])
    expect((await admin.visitor.postJson(`/api/held-items/${two?.id}/dismiss`, {})).status).toBe(200)
    expect((await admin.visitor.postJson(`/api/held-items/${two?.id}/accept`, {})).status).toBe(409)
    expect((await list('dismissed')).items).toMatchObject([{ id: two?.id, note: 'two' }])
    const actions = await query('select action from audit_events where account_id = $1 order by id desc limit 4', [
      ninaId,
    ])
    expect(actions.map(({ action }) => action)).toEqual([
      'held-item-dismissed',
      'held-item-accepted',
      'orders-handed-in',
      'orders-released',
    ])
  })

  test('is handed in by that device only: not with another key, not for another person and not after the release ends', async () => {
    const own = await addDevice(riley)
    const rileyId = await app.accountId(riley)
    await app.actions.releaseOrders({ accountId: rileyId, authority: { actor: 'command-line' } })
    const stranger = await createAppDevice(app)
    expect((await handIn({ device: stranger, deviceId: own.deviceId })).status).toBe(401)
    expect((await handIn({ device: own.device, deviceId: randomUUID() })).status).toBe(401)
    expect((await handIn(own)).body.isOpen).toBe(true)
    const theirs = { ...(await newOrder(riley, 'of another rep')), payload: { lines: 'none' } }
    const ninaId = await app.accountId(nina)
    await app.actions.pushItems({ accountId: ninaId, deviceId: randomUUID(), items: [theirs] })
    expect((await handIn(own, { items: [theirs] })).body.kept).toEqual([])
    expect(await query('select account_id, outcome from pushed_items where id = $1', [theirs.id])).toEqual([
      { account_id: ninaId, outcome: 'rejected' },
    ])
    const order = await newOrder(riley, 'too late')
    app.clock.advance(31 * 86_400)
    expect((await handIn(own, { items: [order] })).body).toEqual({ isOpen: false, kept: [] })
  })

  test('is no longer released after its person signs in again', async () => {
    const own = await addDevice(riley)
    await app.actions.releaseOrders({ accountId: await app.accountId(riley), authority: { actor: 'command-line' } })
    const beat = { deviceId: own.deviceId, deviceName: 'Browser', appVersion: '0.1.0', oldestWaitingAt: null }
    const waiting = { orders: 0, quotes: 0, notes: 0 }
    const { device, tokens } = await signInToApp(app, riley)
    await call(device, tokens.access_token, '/heartbeat', { ...beat, waiting, lastCompleteSyncAt: null })
    expect((await handIn(own)).status).toBe(401)
    expect((await handIn({ device, deviceId: own.deviceId })).body.isOpen).toBe(false)
  })
})
