import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTestDatabase, findCluster, type TestDatabase } from '../../../tests/support/databases/database.ts'
import { asOwner } from '../../../tests/support/databases/database-cluster.ts'
import { closeIdle } from './open-pool.ts'
import { createWriteProbe } from './write-probe.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

const createProbe = () => createWriteProbe(database.db, { restMs: -1 })
const write = () =>
  database.db
    .updateTable('write_probes')
    .set({ probed_at: new Date(0) })
    .execute()
const writeOften = () => Promise.allSettled(Array.from({ length: 5 }, write))

/** Changes a setting as an operator or a failover does: every new session starts with it. */
async function change(what: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db)
  await asOwner(await findCluster(), client => client.query(`alter database ${rows[0]?.name} ${what}`))
}

/** Replaces all five sessions of the pool. */
async function renewSessions(): Promise<void> {
  const { pool } = database
  await closeIdle(pool)
  const clients = await Promise.all(Array.from({ length: 5 }, () => pool.connect()))
  for (const client of clients) client.release()
}

it('a writable database is ready', async () => {
  expect(await createProbe()()).toBe(true)
})

it('a read-only database is not ready, and is ready again once it is writable', async () => {
  const probe = createProbe()
  await change('set default_transaction_read_only = on')
  await renewSessions()
  await expect(probe()).rejects.toMatchObject({ code: '25006' })
  await renewSessions()
  await change('reset default_transaction_read_only')
  expect(await probe()).toBe(true)
})

it('sessions that began read-only fail one write and are replaced, so the next writes succeed', async () => {
  await change('set default_transaction_read_only = on')
  await renewSessions()
  await change('reset default_transaction_read_only')
  await expect(write()).rejects.toMatchObject({ code: '25006' })
  expect((await writeOften()).map(({ status }) => status)).toEqual(Array(5).fill('fulfilled'))
})

it('a database without free disk space is not ready', async () => {
  await change(`set temp_file_limit = '0'`)
  await renewSessions()
  await expect(createProbe()()).rejects.toMatchObject({ code: '53400' })
})

it('concurrent and closely spaced probes write once', async () => {
  const probe = createWriteProbe(database.db, { restMs: 60_000 })
  await Promise.all([probe(), probe()])
  const before = await database.db.selectFrom('write_probes').select('probed_at').executeTakeFirstOrThrow()
  await probe()
  expect(await database.db.selectFrom('write_probes').select('probed_at').executeTakeFirstOrThrow()).toEqual(before)
})
