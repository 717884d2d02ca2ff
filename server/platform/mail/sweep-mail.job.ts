import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { mailQueue } from '../jobs/queue-names.ts'
import { listDueMessageIds, listOverdueMessageIds } from './mail.store.ts'

const atOnce = 200

/**
 * Scans the waiting messages: gives a job to those that are due and ends those that have expired. Retries, killed
 * workers and lost jobs are thus one case, and the rows are the only record of what is left to send.
 */
export function createSweepMail(needs: {
  db: Db
  jobs: Jobs
  clock: Clock
  deliver: (messageId: string) => Promise<void>
}): () => Promise<void> {
  const { db, jobs, clock, deliver } = needs
  return async function sweepMail() {
    await db.transaction().execute(async tx => {
      const ids = await listDueMessageIds(tx, clock.now(), atOnce)
      await jobs.addAll(
        tx,
        mailQueue,
        ids.map(id => ({ data: { messageId: id }, key: id })),
      )
    })
    for (const id of await listOverdueMessageIds(db, clock.now(), atOnce)) await deliver(id)
  }
}
