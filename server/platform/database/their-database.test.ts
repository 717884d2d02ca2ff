import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createTestDatabase, findCluster, type TestDatabase } from '../../../tests/support/databases/database.ts'
import { asOwner, type TestCluster, urlOf } from '../../../tests/support/databases/database-cluster.ts'
import { type PoolerOptions, startPooler } from '../../../tests/support/servers/pooler.ts'
import { createQuietLog } from '../../../tests/support/servers/quiet-log.ts'
import { makeSelfSigned } from '../../../tests/support/servers/self-signed.ts'
import { startJobs } from '../jobs/jobs.ts'
import { openDatabase } from './connect.ts'
import { DatabaseRefusal } from './refusal.ts'

const log = { warn: () => {}, error: console.error }
const open = (databaseUrl: string) => openDatabase({ databaseUrl, dataDir: '', exclusive: true, log })

let cluster: TestCluster
let database: TestDatabase
let name: string
beforeAll(async () => {
  cluster = await findCluster()
  database = await createTestDatabase()
  name = new URL(database.databaseUrl.replace('@/', '@host/')).pathname.slice(1)
})
afterAll(() => database.drop())

async function refusalOf(databaseUrl: string): Promise<string> {
  const fault = await open(databaseUrl).then(
    async opened => {
      await opened.close()
      return new Error('It was opened')
    },
    fault => fault,
  )
  expect(fault).toBeInstanceOf(DatabaseRefusal)
  return fault.message
}

async function startTestPooler(options: Omit<PoolerOptions, 'cluster'>) {
  const pooler = await startPooler({ cluster, ...options })
  onTestFinished(pooler.stop)
  return pooler
}

/** Changes a setting for every session, as an operator does with `alter database`. */
const withSetting = (setting: string) => `${urlOf(cluster, name)}&options=${encodeURIComponent(`-c ${setting}`)}`

describe('a database that would fail later is refused at the start', () => {
  it.each(['LATIN1', 'SQL_ASCII'])('because its encoding %s loses names', async encoding => {
    const other = `other_${encoding.toLowerCase()}`
    await asOwner(cluster, client =>
      client.query(`create database ${other} encoding '${encoding}' locale 'C' template template0`),
    )
    onTestFinished(() => asOwner(cluster, client => client.query(`drop database ${other} with (force)`)))
    expect(await refusalOf(urlOf(cluster, other))).toMatch(new RegExp(`encoding ${encoding}.*encoding 'UTF8'`))
  })

  it('because it is read-only', async () => {
    expect(await refusalOf(withSetting('default_transaction_read_only=on'))).toContain('is read-only')
  })

  it('because the role may not create tables or schemas', async () => {
    const empty = 'empty_without_rights'
    await asOwner(cluster, async client => {
      await client.query('create role weak')
      await client.query(`create database ${empty}`)
    })
    onTestFinished(() =>
      asOwner(cluster, async client => {
        await client.query(`drop database ${empty} with (force)`)
        await client.query('drop role weak')
      }),
    )
    const weak = `${urlOf(cluster, empty)}&options=${encodeURIComponent('-c role=weak')}`
    expect(await refusalOf(weak)).toContain('grant usage, create on schema public to weak')
    const grant = (text: string) =>
      open(urlOf(cluster, empty)).then(async ({ pool, close }) => {
        await pool.query(text)
        await close()
      })
    await grant('grant usage, create on schema public to weak')
    expect(await refusalOf(weak)).toContain(`grant create on database ${empty} to weak`)
  })

  it('because a pooler in transaction mode breaks sessions', async () => {
    const { url } = await startTestPooler({ mode: 'transaction' })
    expect(await refusalOf(url(name))).toMatch(/transaction mode.*pool_mode=session/)
  })
})

it('a pooler in session mode supports statements, relaxed commits and the queue', async () => {
  const { url } = await startTestPooler({ mode: 'session' })
  const { pool, relaxed, connection, close } = await open(url(name))
  const read = async (of: typeof pool) => {
    const { rows } = await of.query(`select current_setting('synchronous_commit') as commits,
      current_setting('statement_timeout') as longest`)
    return rows[0]
  }
  const commits = (await database.pool.query('show synchronous_commit')).rows[0].synchronous_commit
  expect(await read(pool)).toEqual({ commits, longest: '1min' })
  expect(await read(relaxed.pool)).toEqual({ commits: 'off', longest: '1min' })
  const jobs = await startJobs({ connection, log: createQuietLog().log, queues: ['errands'] })
  expect(await jobs.isHealthy()).toBe(true)
  await jobs.stop()
  await close()
})

describe('sslmode means the same as in libpq', () => {
  const tls = makeSelfSigned('localhost')
  const ca = join(tmpdir(), `fieldkey-ca-${process.pid}.pem`)
  writeFileSync(ca, tls.cert)

  it.each([
    ['require', 'encrypts, no matter who signed the certificate'],
    ['prefer', 'encrypts where it can'],
    [`verify-ca&sslrootcert=${ca}`, 'trusts the named authority'],
    [`verify-full&sslrootcert=${ca}`, 'trusts the named authority for this host'],
  ])('%s %s', async mode => {
    const { url } = await startTestPooler({ mode: 'session', tls })
    const { pool, close } = await open(`${url(name)}?sslmode=${mode}`)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await close()
  })

  it('verify-full refuses a certificate of an unknown authority, and names the setting', async () => {
    const { url } = await startTestPooler({ mode: 'session', tls })
    expect(await refusalOf(`${url(name)}?sslmode=verify-full`)).toMatch(/authority.*sslrootcert/)
  })

  it('require refuses a server without TLS, and prefer connects without it', async () => {
    const { url } = await startTestPooler({ mode: 'session' })
    expect(await refusalOf(`${url(name)}?sslmode=require`)).toContain('offers no TLS')
    const { close } = await open(`${url(name)}?sslmode=prefer`)
    await close()
  })
})

describe('an unreachable DATABASE_URL is explained with its cause, and never with the password', () => {
  it.each([
    ['a host that is unknown', () => 'postgresql://fieldkey:s3cret@nowhere.invalid/fieldkey', /host/],
    ['a port that is closed', () => 'postgresql://fieldkey:s3cret@127.0.0.1:9/fieldkey', /nothing listens/],
    ['a database that is not there', () => urlOf(cluster, 'no_such_database'), /no such database/],
    ['a role that is not admitted', () => urlOf({ ...cluster, user: 'stranger' }, name), /does not admit this role/],
    ['a socket that is not there', () => 'postgresql://fieldkey@/fieldkey?host=/nowhere', /a file is missing/],
    [
      'a certificate that is not there',
      () => 'postgresql://u:s3cret@h/d?sslmode=verify-ca&sslrootcert=/no.pem',
      /sslrootcert/,
    ],
  ])('%s', async (_name, url, cause) => {
    const refusal = await refusalOf(url())
    expect(refusal).toMatch(/^DATABASE_URL/)
    expect(refusal).toMatch(cause)
    expect(refusal).not.toContain('s3cret')
  })
})
