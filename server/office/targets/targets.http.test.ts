import { afterAll, beforeAll, expect, test } from 'vitest'
import { asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { createPull } from '../../../tests/support/people/field.ts'
import { addRepWithRetailer } from '../../../tests/support/people/planning.ts'
import { ava } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await startTestApp()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
})
afterAll(() => app.stop())

const save = async (...targets: object[]) => asJson(await admin.postJson('/api/targets', { targets }))
const read = async (query: string) => asJson(await admin.get(`/api/targets?year=2026&${query}`)).body

test("targets are set and removed together, and each rep's app downloads its own alone", async () => {
  const [one, two] = [await addRepWithRetailer(app), await addRepWithRetailer(app)]
  const pull = createPull(app)
  const start = await pull(one.repId, 'targets')
  await app.database.pool.query(
    `insert into orders (id, number, kind, retailer_id, account_id, captured_at, received_at, note, total_cents, status)
     values (gen_random_uuid(), 'T-1', 'order', $1, $2, '2026-05-03', '2026-05-03', '', 700, 'received')`,
    [one.retailerId, one.repId],
  )
  const may = { repId: one.repId, month: '2026-05', amountCents: 5000 }
  const saved = await save(may, { ...may, month: '2026-06' }, { ...may, repId: two.repId, amountCents: 1 })
  expect(saved.body.text).toBe('Targets saved: 3.')
  const pulled = await pull(one.repId, 'targets', start.cursor)
  expect(pulled.rows.map(({ month, amountCents, soldCents }) => [month, amountCents, soldCents]).toSorted()).toEqual([
    ['2026-05', 5000, 700],
    ['2026-06', 5000, 0],
  ])
  await save({ ...may, amountCents: 6000 }, { ...may, month: '2026-06', amountCents: null })
  const later = await pull(one.repId, 'targets', pulled.cursor)
  expect(later.rows).toMatchObject([{ month: '2026-05', amountCents: 6000, soldCents: 700 }])
  expect(later.removed.length).toBe(1)
  const { reps, currency } = await read(`search=${one.username.split('@')[0]}`)
  expect(currency).toBe('GBP')
  expect(reps).toMatchObject([{ id: one.repId, months: [{ month: '2026-05', amountCents: 6000, soldCents: 700 }] }])
})

test('one unknown rep refuses every change, and pages list each rep once', async () => {
  const rep = await addRepWithRetailer(app)
  const month = { month: '2026-08', amountCents: 100 }
  expect((await save({ ...month, repId: rep.repId }, { ...month, repId: await app.accountId(ava) })).status).toBe(404)
  expect((await save({ ...month, repId: rep.repId, month: '2026-13' })).status).toBe(400)
  expect((await read(`search=${rep.username.split('@')[0]}`)).reps[0].months).toEqual([])

  const seen: string[] = []
  let after = ''
  for (;;) {
    const page = await read(`size=2${after}`)
    seen.push(...page.reps.map(({ id }: { id: string }) => id))
    if (!page.hasMore) break
    after = `&after=${seen.at(-1)}`
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toContain(rep.repId)
})
