import { afterAll, beforeAll, expect, test } from 'vitest'
import { retailerQuery } from '../../../shared/contract/retailers.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/databases/database.ts'
import { countRetailers, retailersPage } from './retailers.query.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query(`
    with shops as (
      insert into retailers (name, account_number, created_at)
      select 'Shop' || n, 'AC-' || n, now() from generate_series(1, 20000) n returning id, name),
    people as (
      insert into accounts (kind, username, username_key, given_name, family_name, created_at)
      select 'contact', 'P' || name, lower('P' || name), 'Ada', 'Marlow' || name, now() from shops
      returning id, username)
    insert into contacts (account_id, retailer_id, email, has_website_access)
    select p.id, s.id, 'x@example.com', s.name like '%7' from people p join shops s on p.username = 'P' || s.name`)
  await database.pool.query('vacuum analyze accounts, contacts, contact_search, retailers')
}, 240_000)
afterAll(() => database.drop())

const query = (change: object) => retailerQuery.parse(change)
const namesOf = async (change: object) =>
  (await retailersPage(database.db, query(change)).execute()).map(({ name }) => name)

test('a search uses the indexes of retailers and contacts, and never scans either table', async () => {
  const compiled = retailersPage(database.db, query({ search: 'arlowshop1234' })).compile()
  const { rows } = await database.pool.query(`explain ${compiled.sql}`, [...compiled.parameters])
  const plan = rows.map(row => row['QUERY PLAN']).join('\n')
  expect(plan).toContain('contact_search_words')
  expect(plan).toContain('retailers_search')
  expect(plan).not.toMatch(/Seq Scan on (accounts|contact_search|retailers)/)
})

test('a retailer is found by name, account number, and the name and username of a contact', async () => {
  expect(await namesOf({ search: 'hop12345' })).toEqual(['Shop12345'])
  expect(await namesOf({ search: 'ac-12345' })).toEqual(['Shop12345'])
  expect(await namesOf({ search: 'ada marlowshop12345' })).toEqual(['Shop12345'])
  expect(await namesOf({ search: 'pshop12345' })).toEqual(['Shop12345'])
  expect(await namesOf({ search: 'shop%12' })).toEqual([])
})

test('a retailer is found by town, street, postcode and phone, with or without spaces and accents, and by the email of a contact', async () => {
  await database.pool.query(`
    update retailers set address_line = '4 Château Row', town = 'Bléry', postcode = 'ZX9 4QQ', phone = '01632 960 777'
      where name = 'Shop4321';
    update contacts set email = 'orders@cafe.example' where retailer_id = (select id from retailers where name = 'Shop4321')`)
  for (const search of ['blery', 'chateau row', 'zx9 4qq', 'ZX94QQ', '01632 960 777', '01632960777', 'orders@cafe']) {
    expect(await namesOf({ search }), search).toEqual(['Shop4321'])
  }
})

test('the database filters and sorts', async () => {
  expect(await countRetailers(database.db, query({ search: 'shop1234', access: 'with' }))).toBe(1)
  expect(await countRetailers(database.db, query({ search: 'shop1234', access: 'without' }))).toBe(10)
  expect(await countRetailers(database.db, query({ status: 'closed' }))).toBe(0)
  expect(await countRetailers(database.db, query({}))).toBe(10_001)
  expect(await namesOf({ order: 'descending', size: 1 })).toEqual(['Shop9999'])
})
