import { randomUUID } from 'node:crypto'
import type { PoolConfig } from 'pg'
import { type ConstructorOptions, fromKysely, PgBoss } from 'pg-boss'
import type { BaseLogger } from 'pino'
import { DatabaseRefusal } from '../database/refusal.ts'
import type { Tx } from '../database/tables.ts'
import { startTimer, type TimedRun, type Timer } from './timer.ts'

export type JobsLog = Pick<BaseLogger, 'info' | 'warn' | 'error'>

export type AddOptions = {
  /** While a job with this key waits, a second one is not added. */
  key?: string
  startAfter?: Date
}

export type WorkOptions = {
  /** How many jobs this process runs concurrently. */
  concurrency?: number
  /** How often to poll without a notification. */
  pollSeconds?: number
}

export type JobHandler = (data: object) => Promise<void>

export type Jobs = {
  /**
   * Adds a job in the caller's transaction. The job exists once the transaction commits, and workers are woken then.
   */
  add(tx: Tx, queue: string, data: object, options?: AddOptions): Promise<void>
  addAll(tx: Tx, queue: string, jobs: readonly { data: object; key?: string }[]): Promise<void>
  /**
   * Runs the handler for each job of the queue. A job may run twice (after a killed worker), so the handler must be
   * idempotent.
   */
  work(queue: string, handler: JobHandler, options?: WorkOptions): Promise<void>
  /** Runs now and then at every interval, in every process that works. The runs must tolerate each other. */
  schedule(name: string, every: { seconds: number }, run: TimedRun): void
  isHealthy(): Promise<boolean>
  /** Takes no new jobs, lets running ones finish within the time, and closes. */
  stop(options?: { timeoutSeconds?: number }): Promise<void>
}

/** How to reach the database, in node-postgres's terms. */
export type JobsConnection = Pick<
  ConstructorOptions,
  'connectionString' | 'host' | 'port' | 'user' | 'password' | 'database' | 'ssl' | 'options'
>

export type JobsOptions = {
  connection: JobsConnection
  log: JobsLog
  /** All queues of the product. A job is only a wake-up with an id: the data is in our own tables. */
  queues: readonly string[]
  /** False in a process that only adds jobs: it then does no maintenance and no listening. */
  works?: boolean
  /** False in every process but a server and `fieldkey migrate`: the schema of the queue stays unchanged. */
  migrates?: boolean
}

/**
 * A worker's own records (taken, done) need not survive a crash of the database: a job that runs again finds its work
 * done. Jobs are added in the caller's transaction, on the caller's connection, with full durability. The setting is a
 * statement, because PgBouncer refuses connections with settings among the startup parameters.
 */
const session: Pick<PoolConfig, 'onConnect'> = { onConnect: client => client.query('set synchronous_commit = off') }

/** Connects to the queue. Creates or upgrades its schema if the process migrates. */
export async function startJobs({
  connection,
  log,
  queues,
  works = true,
  migrates = true,
}: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    ...connection,
    ...session,
    application_name: 'fieldkey jobs',
    schema: 'jobs',
    max: works ? 4 : 1,
    useListenNotify: works,
    supervise: works,
    migrate: migrates,
    createSchema: migrates,
    schedule: false,
    registerInstance: false,
  })
  boss.on('error', error => log.warn({ err: error }, 'the job queue had an error and continues'))
  boss.on('warning', warning => log.warn({ warning: warning.message }, 'the job queue warns'))
  await start(boss, migrates)
  if (migrates) for (const queue of queues) await createQueue(boss, queue)
  const timers: Timer[] = []

  return {
    add: async (tx, queue, data, options = {}) => {
      const { key, startAfter } = options
      await boss.send(queue, data, {
        db: fromKysely(tx),
        singletonKey: key ?? randomUUID(),
        ...(startAfter && { startAfter }),
      })
    },
    addAll: async (tx, queue, jobs) => {
      if (jobs.length === 0) return
      const rows = jobs.map(({ data, key = randomUUID() }) => ({ data, singletonKey: key }))
      await boss.insert(queue, rows, { db: fromKysely(tx) })
    },
    work: async (queue, handler, { concurrency = 1, pollSeconds } = {}) => {
      for (let n = 0; n < concurrency; n += 1) await startWorker(boss, { queue, handler, pollSeconds })
    },
    schedule: (name, every, run) => {
      timers.push(
        startTimer({ seconds: every.seconds, run, onFault: err => log.error({ err, name }, 'timed work failed') }),
      )
    },
    isHealthy: () => answers(boss),
    stop: async ({ timeoutSeconds = 20 } = {}) => {
      await Promise.all(timers.map(timer => timer.stop()))
      await boss.stop({ graceful: true, timeout: timeoutSeconds * 1000 })
    },
  }
}

async function start(boss: PgBoss, migrates: boolean): Promise<void> {
  try {
    await boss.start({ attempts: migrates ? 5 : 1 })
  } catch (cause) {
    const isOfAnotherVersion = cause instanceof Error && /not installed|requires migrations/.test(cause.message)
    if (!isOfAnotherVersion) throw cause
    throw new DatabaseRefusal(
      'The job queue in the database belongs to another version of Fieldkey: use the version that the server runs, or upgrade with "fieldkey serve" or "fieldkey migrate"',
      { cause },
    )
  }
}

async function startWorker(
  boss: PgBoss,
  { queue, handler, pollSeconds }: { queue: string; handler: JobHandler; pollSeconds: number | undefined },
): Promise<void> {
  const polling = { pollingIntervalSeconds: pollSeconds ?? 1, notifyPollingIntervalSeconds: pollSeconds ?? 10 }
  let workerId = ''
  workerId = await boss.work<object>(queue, polling, async ([job]) => {
    // Workers miss notifications that arrive while all of them are busy. Without this check right after the job, a
    // hundred jobs added together would run at the pace of the polling.
    boss.notifyWorker(workerId)
    if (job) await handler(job.data)
  })
}

async function createQueue(boss: PgBoss, name: string): Promise<void> {
  const options = {
    notify: true,
    // For faults (the database went away under a handler). Refusals of the mail server are not faults.
    retryLimit: 3,
    retryDelay: 2,
    // Longer than any delivery attempt. The sweep of its own table picks up a killed worker's work long before.
    expireInSeconds: 300,
    deleteAfterSeconds: 3600,
    retentionSeconds: 24 * 3600,
  }
  // "short": only one job per key may wait. Jobs without a key would all share one, so each gets its own.
  await boss.createQueue(name, { ...options, policy: 'short' })
  await boss.updateQueue(name, options)
}

async function answers(boss: PgBoss): Promise<boolean> {
  try {
    await boss.getDb().executeSql('select 1')
    return true
  } catch {
    return false
  }
}
