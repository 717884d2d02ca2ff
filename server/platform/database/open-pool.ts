import { Pool, type PoolConfig } from 'pg'
import type { BaseLogger } from 'pino'

/**
 * Settings of a session are sent as statements. As parameters of the start-up, PgBouncer refuses the connection
 * because of them.
 */
const sessionSettings = {
  /** No statement of ours takes longer: one that does waits for a lock that nothing will release. */
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
  // A connection that dies at rest, or between two statements of a transaction, rejects its next use. Without
  // listeners its event would end the process.
  pool.on('error', fault => log.warn({ err: fault }, 'a database connection was lost at rest'))
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/**
 * Closes the connections at rest. After a failover they may all lead to the server that is read-only now, or have been
 * opened while the database was read-only: a session keeps that for life.
 */
export async function closeIdle(pool: Pool): Promise<void> {
  const idle = Array.from({ length: pool.idleCount }, () => pool.connect())
  for (const taken of await Promise.allSettled(idle)) {
    if (taken.status === 'fulfilled') taken.value.release(true)
  }
}
