import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { createTestDatabase, findCluster } from '../../../tests/support/databases/database.ts'
import { asOwner, urlOf } from '../../../tests/support/databases/database-cluster.ts'
import { openDatabase } from './connect.ts'
import { createMigrator, migrateToLatest } from './migrate.ts'

const log = { warn: () => {}, error: console.error }

/** A database without our schema, as operators provide it. */
async function createEmptyDatabase(): Promise<string> {
  const cluster = await findCluster()
  const name = `empty_${randomBytes(6).toString('hex')}`
  await asOwner(cluster, client => client.query(`create database ${name}`))
  onTestFinished(() => asOwner(cluster, client => client.query(`drop database ${name} with (force)`)))
  return urlOf(cluster, name)
}

it('servers that start at the same moment migrate the schema once', async () => {
  const databaseUrl = await createEmptyDatabase()
  const servers = await Promise.all(
    [1, 2, 3].map(() => openDatabase({ databaseUrl, dataDir: '', exclusive: true, log })),
  )
  await Promise.all(servers.map(({ db }) => migrateToLatest(db)))
  const done = await servers[0]?.pool.query('select name from schema_migrations order by name')
  expect(done?.rows.map(row => row.name)).toEqual(expect.arrayContaining(['001-foundation']))
  expect(new Set(done?.rows.map(row => row.name)).size).toBe(done?.rowCount)
  await Promise.all(servers.map(server => server.close()))
})

it('leaves an up-to-date schema unchanged', async () => {
  const { db, drop } = await createTestDatabase()
  onTestFinished(drop)
  const read = async () => (await sql`select * from schema_migrations order by name`.execute(db)).rows
  const before = await read()
  await migrateToLatest(db)
  expect(before.length).toBeGreaterThan(0)
  expect(await read()).toEqual(before)
})

it('refuses a schema newer than the code, and says what to do', async () => {
  const { db, drop } = await createTestDatabase()
  onTestFinished(drop)
  await sql`insert into schema_migrations (name, timestamp) values ('999-from-the-future', '2099-01-01')`.execute(db)
  await expect(migrateToLatest(db)).rejects.toThrow(/newer Fieldkey.*999-from-the-future.*start that one, or restore/)
})

it('products keep their stamp when they get a category, so no device downloads them again', async () => {
  const databaseUrl = await createEmptyDatabase()
  const { db, pool, close } = await openDatabase({ databaseUrl, dataDir: '', exclusive: true, log })
  onTestFinished(close)
  await createMigrator(db).migrateTo('027-names-compared')
  await pool.query(`insert into products (code, name, category, unit, price_cents) values
    ('1', 'Tea', 'Hot drinks', 'box', 100), ('2', 'Coffee', 'HOT DRINKS ', 'box', 100), ('3', 'Tea > Milk', '>', 'box', 1),
    ('4', 'Rice', '', 'bag', 100), ('5', 'Fish', '魚', 'box', 100), ('6', 'Fruit', '果物', 'box', 100)`)
  const stamps = async () => (await pool.query('select code, changed_in from products order by code')).rows
  const before = await stamps()
  await migrateToLatest(db)
  expect(await stamps()).toEqual(before)
  const { rows } = await pool.query(
    'select p.code, c.path from products p left join categories c on c.id = category_id order by 1',
  )
  expect(rows.map(({ path }) => path?.toLowerCase())).toEqual([
    'hot drinks',
    'hot drinks',
    '/',
    undefined,
    '魚',
    '果物',
  ])
})
