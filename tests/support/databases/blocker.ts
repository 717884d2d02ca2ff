import type { Pool } from 'pg'
import { waitFor } from '../waiting/wait-for.ts'

/**
 * A transaction that a test holds open, so that others wait for its locks. PostgreSQL says who waits for exactly this
 * one: a wait of the server's own work, or of another test in the cluster, doesn't count.
 */
export async function openBlocker(pool: Pool) {
  const client = await pool.connect()
  await client.query('begin')
  const { rows } = await client.query('select pg_backend_pid() as pid')
  const blocked = 'select pid from pg_stat_activity where $1 = any(pg_blocking_pids(pid))'
  const own = [rows[0].pid]
  return {
    query: (text: string, values: unknown[] = []) => client.query(text, values),
    untilBlocks: () =>
      waitFor(async () => {
        if ((await pool.query(blocked, own)).rowCount === 0) throw new Error('No transaction waits for this one')
      }),
    /** Ends the connections that wait. */
    endBlocked: () => pool.query(`select pg_terminate_backend(pid) from (${blocked}) as blocked`, own),
    end: async (how: 'commit' | 'rollback') => {
      await client.query(how)
      client.release()
    },
  }
}
