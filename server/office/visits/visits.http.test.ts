import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { createPull } from '../../../tests/support/people/field.ts'
import { addRepWithRetailer, addVisit, type RepWithRetailer } from '../../../tests/support/people/planning.ts'
import { ava } from '../../../tests/support/people/reset-steps-http.ts'
import { addRetailer } from '../../../tests/support/people/retailers.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
let rep: RepWithRetailer
beforeAll(async () => {
  app = await startTestApp()
  await app.database.pool.query(`update organisation set time_zone = 'America/New_York'`)
  admin = await signedInAt(app, ava, app.passwordOf(ava))
  rep = await addRepWithRetailer(app)
})
afterAll(() => app.stop())

const weekOf = async (repId: string, from: string) =>
  asJson(await admin.get(`/api/visits?rep=${repId}&from=${from}`)).body
const plan = async (visit: object) =>
  asJson(await admin.postJson('/api/visits', { repId: rep.repId, retailerId: rep.retailerId, note: '', ...visit }))
const change = async (id: string, body: object) => asJson(await admin.postJson(`/api/visits/${id}`, body))

test("a visit that the office plans, moves and removes follows into the rep's app", async () => {
  const pull = createPull(app)
  const start = await pull(rep.repId, 'visits')
  expect((await plan({ day: '2026-03-06', time: '09:30', note: 'Bring samples' })).status).toBe(200)
  const planned = await pull(rep.repId, 'visits', start.cursor)
  // In New York, 6 March has winter time and 9 March has summer time.
  expect(planned.rows).toMatchObject([{ at: '2026-03-06T14:30:00.000Z', note: 'Bring samples' }])
  const id = planned.rows[0]?.id ?? ''
  expect((await change(id, { day: '2026-03-09' })).body.text).toBe('The visit is on 2026-03-09 at 09:30.')
  const moved = await pull(rep.repId, 'visits', planned.cursor)
  expect(moved.rows).toMatchObject([{ id, at: '2026-03-09T13:30:00.000Z', note: 'Bring samples' }])
  expect((await weekOf(rep.repId, '2026-03-02')).visits).toEqual([])
  expect((await weekOf(rep.repId, '2026-03-09')).visits).toMatchObject([
    { id, day: '2026-03-09', time: '09:30', isShown: true },
  ])
  expect((await admin.postJson(`/api/visits/${id}/remove`, {})).status).toBe(200)
  expect((await pull(rep.repId, 'visits', moved.cursor)).removed).toEqual([id])
  expect((await change(id, { day: '2026-03-10' })).status).toBe(404)
})

test('a visit from elsewhere is in the week on its local day, and a change of the note keeps its second', async () => {
  const late = await addVisit(app, rep, new Date('2026-05-12T03:59:30Z'))
  expect((await weekOf(rep.repId, '2026-05-05')).visits).toMatchObject([{ id: late, day: '2026-05-11', time: '23:59' }])
  await change(late, { note: 'Night delivery' })
  const { rows } = await app.database.pool.query('select at, note from visits where id = $1', [late])
  expect(rows).toEqual([{ at: new Date('2026-05-12T03:59:30Z'), note: 'Night delivery' }])
})

test('no visit is planned with a retailer that the rep cannot see, twice, or for a user who is no rep', async () => {
  const other = await addRepWithRetailer(app, 'Other territory')
  const nowhere = await addRetailer(app, 'Nowhere')
  const monday = { day: '2026-06-01', time: '08:00' }
  for (const retailerId of [other.retailerId, nowhere, randomUUID()]) {
    const { status, body } = await plan({ ...monday, retailerId })
    expect([status, body.problem.kind]).toEqual([409, 'retailer-not-shown'])
  }
  await app.database.pool.query('update retailers set is_active = false where id = $1', [other.retailerId])
  expect((await plan({ ...monday, repId: other.repId, retailerId: other.retailerId })).status).toBe(409)
  expect((await plan({ ...monday, repId: await app.accountId(ava) })).status).toBe(404)
  expect((await plan(monday)).status).toBe(200)
  expect((await plan(monday)).body.problem.kind).toBe('visit-exists')
  expect((await weekOf(other.repId, '2026-06-01')).visits).toEqual([])
  const places = asJson(await admin.get(`/api/visits/retailers?rep=${rep.repId}&search=fern`)).body
  expect(places.retailers.map(({ id }: { id: string }) => id)).toEqual([rep.retailerId])
})

test('a visit to a retailer that left the territory stays in the week, marked as hidden from the app', async () => {
  const moved = await addRepWithRetailer(app, 'Moved away')
  await addVisit(app, moved, new Date('2026-07-01T15:00:00Z'))
  await app.database.pool.query('update retailers set territory_id = null where id = $1', [moved.retailerId])
  expect((await weekOf(moved.repId, '2026-06-29')).visits).toMatchObject([
    { retailerName: 'Moved away', isShown: false },
  ])
  expect((await createPull(app)(moved.repId, 'visits')).rows).toEqual([])
})
