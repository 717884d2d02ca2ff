import { sql } from 'kysely'
import type { Db } from './tables.ts'
import { isReadOnlyFault } from './unavailable.ts'

/** Between two probes: `/readyz` is open to all, and must not become a way to keep the disk busy. */
const usualRestMs = 1_000

/**
 * Finds out whether the database can write: not read-only, and with space on its disk. A row that is updated in place
 * needs no new space, so a sort that does not fit into memory writes some to the disk as well.
 */
export function createWriteProbe(db: Db, { restMs = usualRestMs } = {}): () => Promise<boolean> {
  let probe = { startedAt: Number.NEGATIVE_INFINITY, result: Promise.resolve(true), isRunning: false }
  return () => {
    if (!probe.isRunning && performance.now() - probe.startedAt > restMs) {
      const started = { startedAt: performance.now(), result: probeAgain(db), isRunning: true }
      const end = () => {
        started.isRunning = false
      }
      started.result.then(end, end)
      probe = started
    }
    return probe.result
  }
}

/** A session that was read-only has been replaced by then: only a database that is read-only now fails twice. */
async function probeAgain(db: Db): Promise<boolean> {
  try {
    return await probeWrite(db)
  } catch (fault) {
    if (!isReadOnlyFault(fault)) throw fault
    return probeWrite(db)
  }
}

async function probeWrite(db: Db): Promise<boolean> {
  await db.transaction().execute(async tx => {
    await sql`set local work_mem = '64kB'`.execute(tx)
    await sql`select md5(number::text) from generate_series(1, 5000) number order by 1 offset 4999`.execute(tx)
    await tx.updateTable('write_probes').set({ probed_at: sql`now()` }).execute()
  })
  return true
}
