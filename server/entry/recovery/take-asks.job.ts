import type { Db, Tx } from '../../platform/database/tables.ts'
import type { Jobs, JobsLog } from '../../platform/jobs/jobs.ts'
import { asksQueue } from '../../platform/jobs/queue-names.ts'
import { findPair, isNewestPair } from './recovery.store.ts'
import type { DecideReset } from './request-reset.ts'
import { deleteAsk, deleteAsksOfNoAccount, type ResetAsk, takeAsk } from './reset-asks.store.ts'

/** Decides on every waiting request: sends an email, within the limits and holds of its account. */
export function createTakeAsks({ db, log, decideReset }: { db: Db; log: JobsLog; decideReset: DecideReset }) {
  async function decide(tx: Tx, { accountId, handleHash, network, device, askedAt }: ResetAsk): Promise<void> {
    const pair = handleHash === null ? undefined : await findPair(tx, handleHash)
    const byNewestLink = pair !== undefined && (await isNewestPair(tx, pair))
    const asker = { askedBy: 'self', network, device, knownDeviceHash: undefined, byNewestLink } as const
    await decideReset(tx, { accountId, asker, purpose: pair?.purpose ?? 'reset', askedAt })
  }

  /** Returns false if none is left. A failed request is left for the next run and blocks no other. */
  async function takeOne(failed: string[]): Promise<boolean> {
    let taken: ResetAsk | undefined
    try {
      await db.transaction().execute(async tx => {
        taken = await takeAsk(tx, { except: failed })
        if (!taken) return
        await decide(tx, taken)
        await deleteAsk(tx, taken.id)
      })
    } catch (fault) {
      if (!taken) throw fault
      failed.push(taken.id)
      log.error({ err: fault, askId: taken.id }, 'a requested reset could not be decided')
    }
    return taken !== undefined
  }

  return async function takeAsks(): Promise<void> {
    await deleteAsksOfNoAccount(db)
    const failed: string[] = []
    while (await takeOne(failed));
  }
}

type WakeNeeds = { relaxedDb: Db; jobs: Jobs; log: JobsLog }

/**
 * Wakes the worker after the answer to a request. The work is in the rows: a lost wake-up only costs seconds, until the
 * worker's next poll.
 */
export function createWakeAsks({ relaxedDb, jobs, log }: WakeNeeds) {
  return async function wakeAsks(): Promise<void> {
    try {
      await relaxedDb.transaction().execute(tx => jobs.add(tx, asksQueue, {}, { key: asksQueue }))
    } catch (fault) {
      log.warn({ err: fault }, 'the worker could not be woken for a requested reset')
    }
  }
}

export type WakeAsks = ReturnType<typeof createWakeAsks>

/** Starts processing requests in this process. */
export async function startAsksWork({ jobs, takeAsks }: { jobs: Jobs; takeAsks: () => Promise<void> }): Promise<void> {
  await jobs.work(asksQueue, takeAsks)
  jobs.schedule('look at the requested resets', { seconds: 2 }, takeAsks)
}
