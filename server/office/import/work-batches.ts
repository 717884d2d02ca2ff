import { setImmediate } from 'node:timers/promises'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { tryLock } from '../../platform/database/try-lock.ts'
import { createTakeAccepted, type TakeAccepted } from '../../trade/captured/take-accepted.ts'
import type { NeedsOfOrderMail } from '../../trade/orders/queue-order-mail.ts'
import { admitImporter } from './admit-importer.ts'
import { checkBatch } from './check-batch.ts'
import { countBatchAttempt, type ImportRow, lockImport, updateImport } from './import.store.ts'
import { batchImportOf } from './kinds/batch-imports.ts'
import { recordRun } from './record-run.ts'
import { runBatch, StoppedMidway } from './run-batch.ts'
import type { Step } from './take-batch.ts'
import { toCommand } from './to-command.ts'

const mostAttempts = 3

/**
 * Checks or runs an import in batches. Each is a transaction that also says how far the import is, so after a stop any
 * server continues after the last batch. Between two batches, what apps download catches up.
 */
export function createWorkBatches({ db, clock, queueMail }: NeedsOfOrderMail & { db: Db }) {
  const takeAccepted = createTakeAccepted({ queueMail, clock })

  async function nextStep(id: string, begin: (tx: Tx, found: ImportRow, at: Date) => Promise<Step>): Promise<Step> {
    return db.transaction().execute(async tx => {
      if (!(await tryLock(tx, 'imports: work'))) return 'over'
      const found = await lockImport(tx, id)
      const isWaiting = found?.state === 'checking' || found?.state === 'running'
      return found && isWaiting ? begin(tx, found, clock.now()) : 'over'
    })
  }

  return async function workBatches(id: string, stopping?: AbortSignal): Promise<void> {
    let last: Step = 'more'
    while (last === 'more' && stopping?.aborted !== true) {
      const attempts = await countBatchAttempt(db, id)
      last = await nextStep(id, (tx, found, at) => handle(tx, { found, at, attempts, takeAccepted })).catch(fault => {
        if (!(fault instanceof StoppedMidway)) throw fault
        return nextStep(id, stopMidway)
      })
      await setImmediate()
    }
  }
}

type Handling = { found: ImportRow; at: Date; attempts: number; takeAccepted: TakeAccepted }

async function handle(tx: Tx, { found, at, attempts, takeAccepted }: Handling): Promise<Step> {
  const kind = batchImportOf(found.kind)
  if (!kind) return 'over'
  const command = toCommand(found)
  if (attempts > mostAttempts) return fail(tx, { found, at, failure: 'fault' })
  if (!(await admitImporter(tx, command))) return fail(tx, { found, at, failure: 'no-right' })
  const batch = { tx, command, kind, found, at, takeAccepted }
  return found.state === 'checking' ? checkBatch(batch) : runBatch(batch)
}

async function fail(tx: Tx, { found, at, failure }: Pick<Handling, 'found' | 'at'> & { failure: string }) {
  const isMidway = found.state === 'running' && found.done_place > 0
  if (isMidway) await recordRun(tx, found, at)
  await updateImport(tx, found.id, { state: 'failed', failure: isMidway ? `${failure}-midway` : failure, at })
  return 'over' as const
}

/** Ends in the middle: what is imported stays, and the file is checked again to show it. */
async function stopMidway(tx: Tx, found: ImportRow, at: Date): Promise<Step> {
  await recordRun(tx, found, at)
  await updateImport(tx, found.id, { state: 'checking', failure: 'stopped-midway', done: 0, donePlace: 0, at })
  return 'more'
}
