import { afterAll, beforeAll, expect, test } from 'vitest'
import { userQuery } from '../../../shared/contract/users.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/databases/database.ts'
import { fullRightsRoleId } from '../../people/roles/full-rights-role.ts'
import { countUsers, usersPage } from './users.query.ts'

let database: TestDatabase
const now = new Date('2026-06-01T10:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query(`
    with added as (
      insert into accounts (kind, username, username_key, given_name, family_name, created_at)
      select 'user', 'Person' || n || '@example.com', 'person' || n || '@example.com',
        (array['Ada', 'Bo', 'Cleo', 'Dot'])[1 + n % 4], 'Marlow' || n, now()
      from generate_series(1, 20000) n returning id)
    insert into users (account_id, user_type) select id, 'device' from added`)
  await database.pool.query(
    "update users set role_id = $1 where account_id in (select id from accounts where username_key ~ '^person1?1@|^person500@')",
    [fullRightsRoleId],
  )
  await database.pool.query(`
    with retailer as (
      insert into retailers (name, account_number, created_at) values ('Corner Store', 'HV1', now()) returning id),
    added as (
      insert into accounts (kind, username, username_key, created_at)
      select 'contact', 'Shop' || n, 'shop' || n, now() from generate_series(1, 5000) n returning id, username_key)
    insert into contacts (account_id, retailer_id, email)
    select added.id, retailer.id, username_key || '@shop.example' from added, retailer`)
  await database.pool.query('vacuum analyze accounts, users, contacts')
}, 240_000)
afterAll(() => database.drop())

const plan = async (query: Parameters<typeof usersPage>[1]) => {
  const compiled = usersPage(database.db, query).compile()
  const { rows } = await database.pool.query(`explain ${compiled.sql}`, [...compiled.parameters])
  return rows.map(row => row['QUERY PLAN']).join('\n')
}

const query = (search: string) => ({ ...userQuery.parse({ search }), now, total: 11 })

test('a search finds parts of words through the index, and never scans all users', async () => {
  const found = await plan(query('arlow1234'))
  expect(found).toContain('accounts_search')
  expect(found).not.toMatch(/Seq Scan on accounts/)
  const users = await usersPage(database.db, query('arlow1234')).execute()
  expect(users.map(user => user.username).sort()).toEqual([
    'Person12340@example.com',
    'Person12341@example.com',
    'Person12342@example.com',
    'Person12343@example.com',
    'Person12344@example.com',
    'Person12345@example.com',
    'Person12346@example.com',
    'Person12347@example.com',
    'Person12348@example.com',
    'Person12349@example.com',
    'Person1234@example.com',
  ])
})

test('a user is found without accents, surname first with a comma, and by the second address', async () => {
  await database.pool.query(`
    update accounts set given_name = 'Zoë', family_name = 'Müller' where username_key = 'person77@example.com';
    update users set email_to = 'Zoe.Private@mail.example'
      where account_id = (select id from accounts where username_key = 'person77@example.com')`)
  for (const search of ['muller', 'MÜLLER', 'zoe', 'Müller, Zoë', 'private@mail']) {
    for (const total of [1, 10_001]) {
      const users = await usersPage(database.db, { ...query(search), total }).execute()
      expect(
        users.map(user => user.username),
        search,
      ).toEqual(['Person77@example.com'])
    }
    expect(await countUsers(database.db, query(search)), search).toBe(1)
  }
  expect(await plan(query('private@mail'))).not.toMatch(/Seq Scan on (accounts|users)/)
})

test('the mail filter starts from the few failing addresses, and never scans all users', async () => {
  await database.pool.query(`
    insert into failing_addresses
    select 'person' || n || '@example.com', now(), '550 5.1.1 gone', now(), null from generate_series(1, 30) n`)
  await database.pool.query('vacuum analyze failing_addresses')
  const failing = { ...query(''), mail: 'failing' as const, total: 30 }
  const compiled = usersPage(database.db, failing).compile()
  const { rows } = await database.pool.query(`explain ${compiled.sql}`, [...compiled.parameters])
  const plan = rows.map(row => row['QUERY PLAN']).join('\n')
  expect(plan).not.toMatch(/Seq Scan on (accounts|users|contacts)/)
  expect(await countUsers(database.db, failing)).toBe(30)
  const found = await usersPage(database.db, failing).execute()
  expect(found.map(user => Boolean(user.is_mail_failing))).toEqual(Array.from({ length: 20 }, () => true))
})

test('characters special to LIKE match themselves', async () => {
  expect(await countUsers(database.db, query('person%1'))).toBe(0)
  expect(await countUsers(database.db, query('person_1'))).toBe(0)
  expect(await countUsers(database.db, query('cleo PERSON2@'))).toBe(1)
  expect(await countUsers(database.db, query('cleo'))).toBe(5000)
  expect(await countUsers(database.db, query(''))).toBe(10_001)
})

test('the role filter uses its index', async () => {
  const ofRole = { ...query(''), role: fullRightsRoleId }
  const found = await plan(ofRole)
  expect(found).toContain('users_role')
  expect(found).not.toMatch(/Seq Scan on (users|accounts)/)
  expect(await countUsers(database.db, ofRole)).toBe(3)
  expect((await usersPage(database.db, ofRole).execute()).map(user => user.role)).toEqual(Array(3).fill('Full rights'))
  expect(await countUsers(database.db, { ...query('person2@'), role: 'none' })).toBe(1)
})

test('users who never signed in are found in the order of the page, without sorting all users', async () => {
  for (const order of ['ascending', 'descending'] as const) {
    const found = await plan({ ...query(''), total: 10_001, signedIn: 'never', sort: 'name', order })
    expect(found, order).toMatch(/Index Scan (Backward )?using accounts_name/)
    expect(found, order).not.toContain('Sort')
  }
})
