import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { createPull } from '../../../tests/support/people/field.ts'
import { ava, riley } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
})
afterAll(() => app.stop())

const facts = {
  type: 'Kiosk',
  grade: 'A',
  chain: 'Harbour Kiosks',
  creditStatus: 'hold',
  notes: 'Deliveries before ten.',
  addressLine: '1 Quay Street',
  town: 'Whitby',
  postcode: 'YO21 1AA',
  phone: '01947 600000',
}

test("the office changes what describes a retailer, and a rep's app downloads it", async () => {
  const rep = await app.accountId(riley)
  const pull = createPull(app)
  const { rows, cursor } = await pull(rep, 'retailers')
  const id = rows[0]?.id ?? ''
  const before = asJson(await admin.get(`/api/retailers/${id}`)).body
  const same = {
    name: before.name,
    accountNumber: before.accountNumber,
    territoryId: before.territoryId,
    status: 'open',
  }
  expect((await admin.postJson(`/api/retailers/${id}`, { ...same, ...facts })).status).toBe(200)
  expect(asJson(await admin.get(`/api/retailers/${id}`)).body).toMatchObject(facts)
  const { type, grade, chain, creditStatus, notes, phone } = facts
  expect((await pull(rep, 'retailers', cursor)).rows).toEqual([
    expect.objectContaining({ id, type, grade, chain, creditStatus, notes, phone }),
  ])
  const choices = asJson(await admin.get('/api/retailers/choices')).body
  expect(choices.types).toContain('Kiosk')
  expect(choices.chains).toContain('Harbour Kiosks')

  // What a change leaves out stays.
  expect((await admin.postJson(`/api/retailers/${id}`, same)).status).toBe(200)
  expect(asJson(await admin.get(`/api/retailers/${id}`)).body).toMatchObject(facts)
})

test('a new retailer may have them too, and a price list has to exist', async () => {
  const retailer = { name: 'Quay Kiosk', accountNumber: randomUUID(), territoryId: null, ...facts }
  const refused = asJson(await admin.postJson('/api/retailers', { ...retailer, priceListId: randomUUID() }))
  expect([refused.status, refused.body.problem.kind]).toEqual([404, 'no-such-price-list'])
  const { rows } = await app.database.pool.query(`insert into price_lists (name) values ('Kiosks') returning id`)
  const added = asJson(await admin.postJson('/api/retailers', { ...retailer, priceListId: rows[0].id })).body
  expect(asJson(await admin.get(`/api/retailers/${added.id}`)).body).toMatchObject({ ...facts, priceList: 'Kiosks' })
  const change = { name: 'Quay Kiosk', accountNumber: retailer.accountNumber, territoryId: null, status: 'open' }
  const other = await admin.postJson(`/api/retailers/${added.id}`, { ...change, priceListId: randomUUID() })
  expect(other.status).toBe(404)
})
