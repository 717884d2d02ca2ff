import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights, type Rights } from '../../../shared/contract/rights.ts'
import { addServiceToken, signedInAt } from '../../../tests/support/people/administrators.ts'
import { createPull } from '../../../tests/support/people/field.ts'
import { addRowOwners, wordsOf } from '../../../tests/support/rows.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { callAsSystem } from '../../../tests/support/servers/erp.ts'

let app: TestApp
let erp: string
beforeAll(async () => {
  app = await startTestApp()
  await addRowOwners(app.database.db)
  erp = await addServiceToken(app, { ...noRights, products: 'write', retailers: 'write', orders: 'write' })
})
afterAll(() => app.stop())

const put = (collection: string, rows: unknown, token = erp) =>
  callAsSystem(app, `PUT /${collection}`, { token, body: { rows } })
const outcomes = async (collection: string, ...rows: object[]) => {
  const { status, body } = await put(collection, rows)
  expect(status, JSON.stringify(body)).toBe(200)
  return wordsOf(body.results)
}

const north = 'north@rows.example'
const south = 'south@rows.example'
const dora = {
  username: 'dora@rows.example',
  email: 'dora@rows.example',
  accountNumber: 'N1',
  givenName: 'Dora',
  familyName: 'Dean',
}

const collections: { name: string; right: keyof Rights; row: object; bad: object; field: string }[] = [
  { name: 'categories', right: 'products', row: { path: 'Fish > Smoked' }, bad: { path: '>' }, field: 'path' },
  {
    name: 'price-lists',
    right: 'products',
    row: { priceList: 'Trade', code: 'A', priceCents: 80 },
    bad: { priceList: 'Trade', code: 'none', priceCents: 80 },
    field: 'code',
  },
  {
    name: 'prices',
    right: 'products',
    row: { accountNumber: 'S1', code: 'A', priceCents: 70 },
    bad: { accountNumber: 'S1', code: 'B', priceCents: -70 },
    field: 'priceCents',
  },
  {
    name: 'retailers',
    right: 'retailers',
    row: { accountNumber: 'N3', name: 'Third shop', territory: 'North', priceList: 'Trade' },
    bad: { accountNumber: 'N4', name: 'Fourth shop', territory: 'Nowhere' },
    field: 'territory',
  },
  { name: 'contacts', right: 'retailers', row: dora, bad: { username: south }, field: 'username' },
  {
    name: 'targets',
    right: 'orders',
    row: { username: south, month: '2026-05', amountCents: 90_000 },
    bad: { username: dora.username, month: '2026-05', amountCents: 90_000 },
    field: 'username',
  },
  {
    name: 'visits',
    right: 'orders',
    row: { reference: 'V1', username: south, accountNumber: 'S1', at: '2026-05-05T09:00:00Z' },
    bad: { reference: 'V2', username: south, accountNumber: 'N1', at: '2026-05-05T09:00:00Z' },
    field: 'accountNumber',
  },
]

describe.each(collections)('$name from another system', ({ name, right, row, bad, field }) => {
  test('are written once, and a bad row stops no other', async () => {
    expect(await outcomes(name, bad, row)).toEqual([`rejected ${field}`, 'created'])
    expect(await outcomes(name, row)).toEqual(['unchanged'])
    const { rows } = await app.database.pool.query(
      `select actor, details from audit_events where action = 'rows-written' and details ->> 'rows' = $1 order by id`,
      [name],
    )
    expect(rows[0]).toEqual({
      actor: 'service',
      details: { service: expect.any(String), rows: name, rejected: 1, created: 1 },
    })
  })

  test('8.2.1 need the right to write them, and a token that is valid', async () => {
    const others = { ...noRights, users: 'write', settings: 'write', [right]: 'read' } as const
    const reader = await addServiceToken(app, others)
    expect((await put(name, [row], reader)).status).toBe(403)
    expect((await put(name, [row], 'A'.repeat(43))).status).toBe(401)
  })

  test('are at most a thousand in one call', async () => {
    expect((await put(name, Array(1001).fill(row))).status).toBe(400)
  })
})

test('what belongs to one territory reaches the reps of that territory alone', async () => {
  const pull = createPull(app)
  const [northId, southId] = await Promise.all([north, south].map(username => app.accountId(username)))
  for (const collection of ['prices', 'visits', 'targets'] as const) {
    expect((await pull(southId ?? '', collection)).rows, collection).toHaveLength(1)
    expect((await pull(northId ?? '', collection)).rows, collection).toEqual([])
  }
  expect((await pull(northId ?? '', 'contacts')).rows).toMatchObject([{ fullName: 'Dora Dean' }])
  expect((await pull(northId ?? '', 'listPrices')).rows).toHaveLength(1)
  for (const collection of ['contacts', 'listPrices'] as const) {
    expect((await pull(southId ?? '', collection)).rows, collection).toEqual([])
  }
})

test('7.4.2 closing a retailer and withdrawing access sign contacts out, and the audit names them', async () => {
  const contact = await signedInAt(app, 'HV1001', app.passwordOf('HV1001'))
  const isOut = async () => (await contact.get('/account')).location === '/sign-in'
  expect(await isOut()).toBe(false)
  expect(await outcomes('contacts', { username: 'HV1001', hasAccess: false })).toEqual(['updated'])
  expect(await isOut()).toBe(true)
  expect(await outcomes('contacts', { username: 'HV1001', hasAccess: true })).toEqual(['updated'])
  await contact.post('/sign-in', { username: 'HV1001', password: app.passwordOf('HV1001') })
  expect(await isOut()).toBe(false)
  expect(await outcomes('retailers', { accountNumber: 'HV1001', status: 'closed' })).toEqual(['updated'])
  expect(await isOut()).toBe(true)
  const { rows } = await app.database.pool.query(
    `select action from audit_events where account_id = $1 and actor = 'service' order by id`,
    [await app.accountId('HV1001')],
  )
  expect(rows.map(({ action }) => action).toSorted()).toEqual(
    ['access-restored', 'access-withdrawn', 'contact-changed', 'contact-changed', 'retailer-closed'].toSorted(),
  )
})

test('the description says what a row of each collection holds', async () => {
  const { paths } = await (await fetch(`${app.url}/api/openapi.json`)).json()
  for (const { name, row } of collections) {
    const { schema } = paths[`/api/v1/${name}`].put.requestBody.content['application/json']
    expect(Object.keys(schema.properties.rows.items.properties), name).toEqual(expect.arrayContaining(Object.keys(row)))
  }
})

test('a thousand rows are written in one call, and change nothing the second time', async () => {
  const rows = Array.from({ length: 1000 }, (_, n) => ({
    accountNumber: 'N1',
    code: n % 2 === 0 ? 'A' : 'B',
    minimumQuantity: n + 1,
    priceCents: n,
  }))
  expect(new Set(await outcomes('prices', ...rows))).toEqual(new Set(['created']))
  expect(new Set(await outcomes('prices', ...rows))).toEqual(new Set(['unchanged']))
})
