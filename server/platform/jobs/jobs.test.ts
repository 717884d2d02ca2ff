import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/databases/database.ts'
import { createQuietLog } from '../../../tests/support/servers/quiet-log.ts'
import { type Jobs, type JobsOptions, startJobs } from './jobs.ts'

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>

const queue = 'errands'
let database: TestDatabase
let started: Jobs[]

beforeEach(async () => {
  database = await createTestDatabase()
  started = []
})

afterEach(async () => {
  await Promise.all(started.map(jobs => jobs.stop()))
  await database.drop()
})

async function start(options: Partial<JobsOptions> = {}): Promise<Jobs> {
  const { connection } = database
  const jobs = await startJobs({ connection, log: createQuietLog().log, queues: [queue], ...options })
  started.push(jobs)
  return jobs
}

/** Collects arriving jobs, and resolves after the given number. */
function collect(count: number) {
  const { promise: all, resolve } = Promise.withResolvers<void>()
  const arrived: object[] = []
  const handler = async (data: object) => {
    arrived.push(data)
    if (arrived.length === count) resolve()
  }
  return { arrived, all, handler }
}

const addIn = (jobs: Jobs, data: object, key?: string) =>
  database.db.transaction().execute(tx => jobs.add(tx, queue, data, key === undefined ? {} : { key }))

async function countJobs(state: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int n from jobs.job where state = ${state}`.execute(
    database.db,
  )
  return rows[0]?.n ?? -1
}

describe('a job', () => {
  test('exists only if the transaction that added it commits', async () => {
    const jobs = await start()
    const undone = database.db.transaction().execute(async tx => {
      await jobs.add(tx, queue, { n: 1 })
      throw new Error('undo')
    })
    await expect(undone).rejects.toThrow('undo')
    expect(await countJobs('created')).toBe(0)
    await addIn(jobs, { n: 2 })
    expect(await countJobs('created')).toBe(1)
  })

  test('runs as soon as its transaction commits, long before the next poll', async () => {
    const jobs = await start()
    const { all, handler } = collect(30)
    await jobs.work(queue, handler, { pollSeconds: 3600, concurrency: 2 })
    await Promise.all(Array.from({ length: 30 }, (_, n) => addIn(jobs, { n })))
    await all
  })

  test('runs on one of two servers, whichever added it', async () => {
    const [one, two] = [await start(), await start()]
    const { arrived, all, handler } = collect(40)
    await one.work(queue, handler, { concurrency: 4 })
    await two.work(queue, handler, { concurrency: 4 })
    for (let n = 0; n < 40; n += 2) {
      await addIn(one, { n })
      await addIn(two, { n: n + 1 })
    }
    await all
    expect(new Set(arrived.map(data => JSON.stringify(data))).size).toBe(40)
    expect(arrived).toHaveLength(40)
  })

  test('is not added twice under one key while the first one waits', async () => {
    const jobs = await start()
    await addIn(jobs, { n: 1 }, 'same')
    await database.db.transaction().execute(tx =>
      jobs.addAll(tx, queue, [
        { data: { n: 2 }, key: 'same' },
        { data: { n: 3 }, key: 'other' },
      ]),
    )
    expect(await countJobs('created')).toBe(2)
  })
})

test('a process that only serves adds jobs that another process runs', async () => {
  const server = await start({ works: false })
  const worker = await start()
  const { arrived, all, handler } = collect(1)
  await worker.work(queue, handler)
  await addIn(server, { n: 7 })
  await all
  expect(arrived).toEqual([{ n: 7 }])
})

test('five processes can start concurrently on a database without a queue', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => start()))
  expect(await Promise.all(all.map(jobs => jobs.isHealthy()))).toEqual([true, true, true, true, true])
})

test('work continues after every connection was cut, as by a restart of the database', async () => {
  const jobs = await start()
  const { all, handler } = collect(1)
  await jobs.work(queue, handler)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name like 'fieldkey jobs%' and datname = current_database()`.execute(database.db)
  await addIn(jobs, { n: 1 })
  await all
  expect(await jobs.isHealthy()).toBe(true)
})

test('stopping lets the running job finish', async () => {
  const jobs = await start()
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  let isFinished = false
  await jobs.work(queue, async () => {
    begin()
    await gate
    isFinished = true
  })
  await addIn(jobs, {})
  await begun
  const stopped = jobs.stop()
  open()
  await stopped
  expect(isFinished).toBe(true)
  expect(await countJobs('completed')).toBe(1)
})

test('a stopped queue is not healthy', async () => {
  const jobs = await start()
  await jobs.stop()
  expect(await jobs.isHealthy()).toBe(false)
})
