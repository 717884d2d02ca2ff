import { sql } from 'kysely'
import type { Db } from './tables.ts'
import { isReadOnlyFault } from './unavailable.ts'

/** Pause between two probes. `/readyz` is public and must not become a way to keep the disk busy. */
const usualRestMs = 1_000

/**
 * Finds out whether the database can write: it is not read-only and its disk has space. Updating a row in place needs
 * no new space, so the probe also runs a sort that does not fit into memory and spills to the disk.
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

/** A read-only session has been replaced by now. A second failure means that the database is read-only. */
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
