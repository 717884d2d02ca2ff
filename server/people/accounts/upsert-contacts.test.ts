import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RowResult } from '../../../shared/contract/integration.ts'
import { createTestDatabase } from '../../../tests/support/databases/database.ts'
import { addRowOwners, today, wordsOf } from '../../../tests/support/rows.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { upsertRetailers } from '../retailers/upsert-retailers.ts'
import { upsertContacts } from './upsert-contacts.ts'

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await addRowOwners(database.db)
  await database.pool.query(`insert into price_lists (name) values ('Wholesale')`)
})
afterAll(() => database.drop())

type Upsert<Done> = (tx: Tx, rows: readonly unknown[], at: Date) => Promise<Done>

const put = <Done>(upsert: Upsert<Done>, ...rows: object[]) =>
  database.db.transaction().execute(tx => upsert(tx, rows, today))
const wordsFor = async (upsert: Upsert<{ results: RowResult[] }>, ...rows: object[]) =>
  wordsOf((await put(upsert, ...rows)).results)

test('retailers get every column, keep what a row leaves out, and are rejected for unknown names', async () => {
  const shop = {
    accountNumber: 'R1',
    name: 'Corner shop',
    territory: 'North',
    type: 'Pub',
    grade: 'A',
    chain: 'Anchor',
    creditStatus: 'watch',
    priceList: 'wholesale',
    notes: 'Use the back door',
  }
  expect(await wordsFor(upsertRetailers, shop)).toEqual(['created'])
  expect(await wordsFor(upsertRetailers, shop, { accountNumber: 'R1' })).toEqual([
    'unchanged',
    'rejected accountNumber',
  ])
  expect(await wordsFor(upsertRetailers, { accountNumber: 'R1', town: 'Leith', territory: '' })).toEqual(['updated'])
  const { rows } = await database.pool.query(
    `select r.name, r.town, r.territory_id, r.retailer_type, r.grade, r.chain, r.credit_status, l.name as list, r.notes
      from retailers r join price_lists l on l.id = r.price_list_id where r.account_number = 'R1'`,
  )
  expect(rows).toEqual([
    {
      name: 'Corner shop',
      town: 'Leith',
      territory_id: null,
      retailer_type: 'Pub',
      grade: 'A',
      chain: 'Anchor',
      credit_status: 'watch',
      list: 'Wholesale',
      notes: 'Use the back door',
    },
  ])
  expect(
    await wordsFor(
      upsertRetailers,
      { accountNumber: 'R2' },
      { accountNumber: 'R3', name: 'x', territory: 'West' },
      { accountNumber: 'R4', name: 'x', priceList: 'Retail' },
      { accountNumber: 'R5', name: 'x', creditStatus: 'poor' },
      { accountNumber: 'R6', name: 'x', status: 'shut' },
    ),
  ).toEqual(['rejected name', 'rejected territory', 'rejected priceList', 'rejected creditStatus', 'rejected status'])
})

const dora = {
  username: 'dora@rows.example',
  email: 'Dora@rows.example',
  accountNumber: 'N1',
  givenName: 'Dora',
  familyName: 'Dean',
  jobTitle: 'Buyer',
}

test('contacts are added without a password, and their details change by username', async () => {
  const { results, created } = await put(upsertContacts, dora)
  expect(wordsOf(results)).toEqual(['created'])
  expect(created).toMatchObject([{ id: expect.stringMatching(/^[\da-f-]{36}$/) }])
  expect(await wordsFor(upsertContacts, { ...dora, username: 'DORA@rows.example' })).toEqual(['unchanged'])
  const change = { username: dora.username, jobTitle: 'Owner', phone: '0131' }
  expect(await wordsFor(upsertContacts, change)).toEqual(['updated'])
  const { rows } = await database.pool.query(
    `select c.role, c.phone, c.email, a.password_hash from contacts c join accounts a on a.id = c.account_id`,
  )
  expect(rows).toEqual([{ role: 'Owner', phone: '0131', email: 'Dora@rows.example', password_hash: null }])
})

test('a row moves no contact, changes no address, and takes no username of a user', async () => {
  expect(
    await wordsFor(
      upsertContacts,
      { username: dora.username, accountNumber: 'S1' },
      { ...dora, username: 'north@rows.example' },
      { ...dora, username: 'new@rows.example', email: 'other@rows.example' },
      { ...dora, username: 'new2', email: 'no address' },
      { ...dora, username: 'new3', accountNumber: 'X9' },
      { username: 'new4' },
    ),
  ).toEqual([
    'rejected accountNumber',
    'rejected username',
    'rejected username',
    'rejected email',
    'rejected accountNumber',
    'rejected accountNumber',
  ])
  expect(await wordsFor(upsertContacts, { ...dora, email: 'thief@rows.example' })).toEqual(['rejected email'])
})
