import { afterAll, beforeAll, expect, test } from 'vitest'
import { contactQuery } from '../../../shared/contract/contacts.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/databases/database.ts'
import { contactsAfter, countContacts, findContactPlace } from './contact-list.query.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query(`
    with shops as (
      insert into retailers (name, account_number, town, retailer_type, created_at)
      select 'Shop' || n, 'AC-' || n, case when n = 77 then 'Zürich' else 'Leeds' end,
        case when n % 100 = 0 then 'Kiosk' else '' end, now()
      from generate_series(1, 12500) n returning id, name),
    people as (
      insert into accounts (kind, username, username_key, given_name, family_name, created_at, invited_at)
      select 'contact', 'P' || name, lower('P' || name), 'Zoë', 'Marlow' || name, now(),
        case when name like '%5' then now() end
      from shops returning id, username)
    insert into contacts (account_id, retailer_id, email, phone, has_website_access)
    select p.id, s.id, s.name || '@example.com', '0113 496-' || s.name, s.name like '%7'
    from people p join shops s on p.username = 'P' || s.name`)
  await database.pool.query(`insert into failing_addresses (address, since, why, bounced_at)
    values ('shop12@example.com', now(), 'No such mailbox', now()), ('pshop13', now(), 'No such mailbox', now())`)
  await database.pool.query('vacuum analyze')
}, 60_000)
afterAll(() => database.drop())

const query = (change: object) => contactQuery.parse(change)
const namesOf = async (change: object) => {
  const rows = await contactsAfter(database.db, query(change), undefined).execute()
  return rows.map(row => row.retailer_name)
}
const planOf = async (change: object, after?: string) => {
  const place = after === undefined ? undefined : await findContactPlace(database.db, after)
  const compiled = contactsAfter(database.db, query(change), place).compile()
  const { rows } = await database.pool.query(`explain ${compiled.sql}`, [...compiled.parameters])
  return rows.map(row => row['QUERY PLAN']).join('\n')
}
const scansAll = /Seq Scan on (accounts|contacts|contact_search|retailers)/

test('a search uses the index of the words, and never scans contacts, accounts or retailers', async () => {
  const plan = await planOf({ search: 'arlowshop1234' })
  expect(plan).toContain('contact_search_words')
  expect(plan).not.toMatch(scansAll)
})

test.each([
  ['name', 'contact_search_name'],
  ['retailer', 'contact_search_retailer'],
])('a page by %s continues after a contact in the index of its order, without a sort', async (sort, index) => {
  const [middle] = await contactsAfter(database.db, query({ search: 'shop5000' }), undefined).execute()
  for (const plan of [await planOf({ sort }), await planOf({ sort }, middle?.id)]) {
    expect(plan).toContain(index)
    expect(plan).not.toMatch(scansAll)
    expect(plan).not.toMatch(/Sort/)
  }
  expect(await planOf({ sort }, middle?.id)).toMatch(/Index Cond: \(ROW\(/)
})

test('contacts whose email fails are found from the failing addresses, without a scan', async () => {
  expect(await planOf({ mail: 'failing' })).not.toMatch(scansAll)
  expect(await namesOf({ mail: 'failing' })).toEqual(['Shop12', 'Shop13'])
})

test('pages in both orders list each contact once', async () => {
  for (const order of ['ascending', 'descending']) {
    const seen: string[] = []
    let after: string | undefined
    do {
      const place = after === undefined ? undefined : await findContactPlace(database.db, after)
      const rows = await contactsAfter(database.db, query({ search: 'shop123', size: 7, order }), place).execute()
      seen.push(...rows.slice(0, 7).map(row => row.id))
      after = rows.length > 7 ? rows[6]?.id : undefined
    } while (after !== undefined)
    expect(seen.length).toBe(111)
    expect(new Set(seen).size).toBe(111)
  }
})

test('a contact is found by name, email, phone, retailer, account number and town, and without accents', async () => {
  expect(await namesOf({ search: 'zoe marlowshop12345' })).toEqual(['Shop12345'])
  expect(await namesOf({ search: 'ZOË AC-12345' })).toEqual(['Shop12345'])
  expect(await namesOf({ search: 'shop777@example' })).toEqual(['Shop777'])
  expect(await namesOf({ search: '0113496777' })).toContain('Shop777')
  expect(await namesOf({ search: 'zurich' })).toEqual(['Shop77'])
  expect(await namesOf({ search: 'shop%12' })).toEqual([])
})

test('the filters narrow the list, and the count follows them', async () => {
  const count = (change: object) => countContacts(database.db, query(change))
  expect(await count({})).toBe(10_001)
  expect(await count({ type: 'Kiosk' })).toBe(125)
  expect(await count({ access: 'with', search: 'shop1234' })).toBe(1)
  expect(await count({ invited: 'waiting' })).toBe(1250)
  expect(await count({ invited: 'accepted' })).toBe(0)
  expect(await count({ invited: 'never', search: 'shop1234' })).toBe(10)
  expect(await count({ signedIn: 'ever' })).toBe(0)
})

test('a renamed contact, a new address and a renamed retailer are found by the new words alone', async () => {
  await database.pool.query(`update accounts set family_name = 'Łukasz' where username = 'PShop40'`)
  await database.pool.query(`update contacts set email = 'desk@forty.example' where email = 'Shop40@example.com'`)
  await database.pool.query(`update retailers set name = 'Forty Winks' where name = 'Shop40'`)
  expect(await namesOf({ search: 'lukasz forty.example winks' })).toEqual(['Forty Winks'])
  expect(await namesOf({ search: 'marlowshop40 winks' })).toEqual([])
})
