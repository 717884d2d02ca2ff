import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/databases/database.ts'
import { addRowOwners, wordsOf } from '../../../tests/support/rows.ts'
import { upsertTargets } from '../targets/upsert-targets.ts'
import { upsertVisits } from './upsert-visits.ts'

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await addRowOwners(database.db)
})
afterAll(() => database.drop())

const north = 'north@rows.example'
const put = async (upsert: typeof upsertVisits | typeof upsertTargets, ...rows: object[]) =>
  wordsOf(await database.db.transaction().execute(async tx => (await upsert(tx, rows)).results))

test('visits are found by their reference wherever they move, and without one by rep, retailer and time', async () => {
  const at = '2026-05-05T09:00:00Z'
  const numbered = { reference: 'V1', username: north, accountNumber: 'N1', at }
  const plain = { username: 'NORTH@rows.example', accountNumber: 'N1', at: '2026-05-05T11:00:00+02:00' }
  expect(await put(upsertVisits, numbered, plain)).toEqual(['created', 'created'])
  expect(await put(upsertVisits, numbered, plain)).toEqual(['unchanged', 'unchanged'])
  expect(await put(upsertVisits, { reference: 'V1', at: '2026-05-06T09:00:00Z', note: 'Bring samples' })).toEqual([
    'updated',
  ])
  expect(await put(upsertVisits, { ...plain, note: 'Ring first' })).toEqual(['updated'])
  const { rows } = await database.pool.query('select at, note, reference from visits order by at')
  expect(rows).toEqual([
    { at: new Date(at), note: 'Ring first', reference: null },
    { at: new Date('2026-05-06T09:00:00Z'), note: 'Bring samples', reference: 'V1' },
  ])
})

test('a visit that the rep could not see is rejected', async () => {
  const at = '2026-05-05T09:00:00Z'
  expect(
    await put(
      upsertVisits,
      { reference: 'W1', username: north, accountNumber: 'S1', at },
      { reference: 'W2', username: north, accountNumber: 'N2', at },
      { reference: 'W3', username: 'someone@rows.example', accountNumber: 'N1', at },
      { reference: 'W4', username: north, accountNumber: 'X9', at },
      { reference: 'W5', username: north, accountNumber: 'N1' },
      { reference: 'W6', username: north, accountNumber: 'N1', at: '2026-05-05' },
      { reference: 'W7', username: north, accountNumber: 'N1', at },
      { reference: 'W7', username: north, accountNumber: 'N1', at },
    ),
  ).toEqual([
    'rejected accountNumber',
    'rejected accountNumber',
    'rejected username',
    'rejected accountNumber',
    'rejected at',
    'rejected at',
    'created',
    'rejected reference',
  ])
})

test('targets are found by rep and month, and a new one counts the orders of its month', async () => {
  const { rows: reps } = await database.pool.query(`select id from accounts where username_key = $1`, [north])
  const order = `insert into orders (id, number, kind, retailer_id, account_id, captured_at, received_at, note, total_cents,
      status) select gen_random_uuid(), $1, 'order', id, $2, $3, $3, '', 700, $4 from retailers where account_number = 'N1'`
  await database.pool.query(order, ['O1', reps[0].id, '2026-05-31T23:59:59Z', 'received'])
  await database.pool.query(order, ['O2', reps[0].id, '2026-05-02T00:00:00Z', 'cancelled'])
  await database.pool.query(order, ['O3', reps[0].id, '2026-06-01T00:00:00Z', 'received'])
  const may = { username: north, month: '2026-05', amountCents: 5000 }
  expect(await put(upsertTargets, may)).toEqual(['created'])
  expect(await put(upsertTargets, may, { ...may, month: '2026-07', soldCents: 20 })).toEqual(['unchanged', 'created'])
  expect(await put(upsertTargets, { ...may, amountCents: 6000 })).toEqual(['updated'])
  const { rows } = await database.pool.query('select month, amount_cents, sold_cents from targets order by month')
  expect(rows).toEqual([
    { month: '2026-05', amount_cents: '6000', sold_cents: '700' },
    { month: '2026-07', amount_cents: '5000', sold_cents: '20' },
  ])
  expect(
    await put(
      upsertTargets,
      { ...may, month: '2026-13' },
      { ...may, amountCents: -1 },
      { ...may, username: 'x@rows.example' },
      { ...may, username: ' North@rows.example ' },
      may,
    ),
  ).toEqual(['rejected month', 'rejected amountCents', 'rejected username', 'updated', 'rejected month'])
})
