import { Pool, type PoolConfig, types } from 'pg'
import type { BaseLogger } from 'pino'

/** A `date` is a day without a time zone. As a Date it would be midnight in the server's zone, often the day before. */
types.setTypeParser(types.builtins.DATE, day => day)

/** Session settings are sent as statements. PgBouncer refuses connections that send them as startup parameters. */
const sessionSettings = {
  /** None of our statements takes longer. One that does is waiting for a lock that will never be released. */
  lasting: 'set statement_timeout = 60000',
  /** Commits don't wait for the disk. */
  relaxed: 'set statement_timeout = 60000; set synchronous_commit = off',
} as const

type PoolToOpen = PoolConfig & { commits: keyof typeof sessionSettings }

export function openPool({ commits, ...config }: PoolToOpen, log: Pick<BaseLogger, 'warn'>): Pool {
  const pool = new Pool({
    ...config,
    application_name: 'fieldkey',
    connectionTimeoutMillis: 10_000,
    onConnect: client => client.query(sessionSettings[commits]),
  })
  // An idle connection that dies, or one that dies between two statements of a transaction, rejects its next use.
  // Without listeners its event would end the process.
  pool.on('error', fault => log.warn({ err: fault }, 'a database connection was lost at rest'))
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/**
 * Closes idle connections. After a failover they may all lead to a server that is now read-only, or have been opened
 * while the database was read-only: a session stays read-only for life.
 */
export async function closeIdle(pool: Pool): Promise<void> {
  const idle = Array.from({ length: pool.idleCount }, () => pool.connect())
  for (const taken of await Promise.allSettled(idle)) {
    if (taken.status === 'fulfilled') taken.value.release(true)
  }
}
