import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createTestDatabase, findCluster } from '../../../tests/support/databases/database.ts'
import { urlOf } from '../../../tests/support/databases/database-cluster.ts'
import { waitFor } from '../../../tests/support/waiting/wait-for.ts'
import { openDatabase } from './connect.ts'
import { DatabaseRefusal } from './refusal.ts'

const log = { warn: () => {}, error: console.error }

it('runs a server of its own without DATABASE_URL, without administrator rights, and keeps the data through a power failure', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fieldkey-connect-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const { pool, close } = await openDatabase({ dataDir, exclusive: true, log })
  const { rows } = await pool.query(`
    select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
      current_setting('synchronous_commit') as commits, current_setting('server_encoding') as encoding`)
  expect(rows).toEqual([{ fsync: 'on', pages: 'on', commits: 'on', encoding: 'UTF8' }])
  const { uid, mode } = statSync(join(dataDir, 'postgres'))
  expect(uid).toBeGreaterThan(0)
  expect(mode & 0o077).toBe(0)
  await close()
})

it('lets several servers share a DATABASE_URL', async () => {
  const { databaseUrl, drop } = await createTestDatabase()
  onTestFinished(drop)
  const beside = await openDatabase({ databaseUrl, dataDir: '', exclusive: true, log })
  expect((await beside.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await beside.close()
})

it('replaces broken connections without a failed query', async () => {
  const { pool, drop } = await createTestDatabase()
  onTestFinished(drop)
  const { rows } = await pool.query('select pg_backend_pid() as before')
  await pool.query('select pg_terminate_backend($1)', [rows[0].before]).catch(() => {})
  await waitFor(async () => {
    const { rows: found } = await pool.query('select pg_backend_pid() as after')
    expect(found[0].after).not.toBe(rows[0].before)
  })
})

it('refuses an unreachable DATABASE_URL with one sentence', async () => {
  const databaseUrl = urlOf(await findCluster(), 'no_such_database')
  const opening = openDatabase({ databaseUrl, dataDir: '', exclusive: true, log })
  await expect(opening).rejects.toThrow(DatabaseRefusal)
  await expect(opening).rejects.toThrow(/DATABASE_URL .*no_such_database/)
})
