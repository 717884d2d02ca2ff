import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights } from '../../../shared/contract/rights.ts'
import { addServiceToken } from '../../../tests/support/people/administrators.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { callAsSystem } from '../../../tests/support/servers/erp.ts'

let app: TestApp
let erp: string
beforeAll(async () => {
  app = await startTestApp()
  erp = await addServiceToken(app, { ...noRights, orders: 'write' })
})
afterAll(() => app.stop())

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)
const call = (method: string, path: string, { token = erp, body }: { token?: string; body?: unknown } = {}) =>
  callAsSystem(app, `${method} ${path}`, { token, body })

describe('the order feed', () => {
  const read = async (after?: string, limit = 1000) => {
    const { status, body } = await call('GET', `/orders?limit=${limit}${after === undefined ? '' : `&after=${after}`}`)
    expect(status).toBe(200)
    return body as { orders: { id: string; status: string; kind: string }[]; cursor: string }
  }
  const touch = `update orders set note = note || '.' where id = $1`

  test('gives every order once, in pages, with codes and account numbers', async () => {
    const { orders, cursor } = await read()
    const paged: string[] = []
    let position = { cursor: undefined as string | undefined, count: 1 }
    while (position.count > 0) {
      const page = await read(position.cursor, 7)
      paged.push(...page.orders.map(({ id }) => id))
      position = { cursor: page.cursor, count: page.orders.length }
    }
    expect(paged).toEqual(orders.map(({ id }) => id))
    expect(orders.length).toBe((await query('select 1 from orders')).rowCount)
    expect(orders[0]).toMatchObject({ accountNumber: expect.stringMatching(/^HV/), lines: expect.arrayContaining([]) })
    expect(await read(cursor)).toEqual({ orders: [], cursor })
  })

  test('skips no order, however late its transaction commits', async () => {
    const before = await read()
    const [first = '', second = ''] = before.orders.map(({ id }) => id)
    const [slow, quick] = await Promise.all([app.database.pool.connect(), app.database.pool.connect()])
    await slow.query('begin')
    await slow.query(touch, [first])
    await quick.query(touch, [second])
    const between = await read(before.cursor)
    await slow.query('commit')
    const after = await read(between.cursor)
    for (const one of [slow, quick]) one.release()
    expect([...between.orders, ...after.orders].map(({ id }) => id).toSorted()).toEqual([first, second].toSorted())
  })

  test('refuses the cursor of a database that was restored, and a damaged one', async () => {
    const { cursor } = await read()
    const another = cursor.replace(/^./, first => (first === 'x' ? 'y' : 'x'))
    for (const wrong of [another, 'nonsense', `${cursor}0`]) {
      expect((await call('GET', `/orders?after=${wrong}`)).status).toBe(410)
    }
  })

  test('brings an order again after its status changed, and keeps the history', async () => {
    const { orders, cursor } = await read()
    const { id = '' } = orders.find(({ kind, status }) => kind === 'order' && status === 'received') ?? {}
    const set = (status: string) => call('PUT', `/orders/${id}/status`, { body: { status } })
    expect((await set('confirmed')).body).toEqual({ outcome: 'updated', status: 'confirmed' })
    expect((await set('confirmed')).body).toEqual({ outcome: 'unchanged', status: 'confirmed' })
    expect((await set('received')).status).toBe(409)
    expect((await set('open')).status).toBe(409)
    expect((await set('paid')).status).toBe(400)
    expect((await read(cursor)).orders).toMatchObject([{ id, status: 'confirmed' }])
    expect((await set('shipped')).status).toBe(200)
    const { rows } = await query('select status, actor from order_events where order_id = $1 order by at, id', [id])
    expect(rows).toEqual([
      { status: 'received', actor: 'rep' },
      { status: 'confirmed', actor: 'service' },
      { status: 'shipped', actor: 'service' },
    ])
    const unknown = await call('PUT', `/orders/${randomUUID()}/status`, { body: { status: 'confirmed' } })
    expect(unknown.status).toBe(404)
  })
})
