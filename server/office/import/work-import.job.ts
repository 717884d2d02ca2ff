import { type ImportState, isBatchKind } from '../../../shared/contract/import-lists.ts'
import { countFreeLicences, holdFreeLicences } from '../../people/licences/free-licences.ts'
import { type AuditEvent, recordEvents } from '../../platform/audit/audit.store.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { tryLock } from '../../platform/database/try-lock.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import type { NeedsOfOrderMail } from '../../trade/orders/queue-order-mail.ts'
import { type AdmittedImporter, admitImporter } from './admit-importer.ts'
import { countAttempt, findImport, findWaitingImport, reportDone, updateImport } from './import.store.ts'
import { type ImportCommand, type ImportSettings, inChunks } from './import-command.ts'
import { forgetHashes, listFileRows, type RowOutcome, saveOutcomes } from './import-rows.store.ts'
import { Overtaken } from './overtaken.ts'
import {
  applyPlan,
  countNeeded,
  type ImportPlan,
  isShort,
  planImport,
  refuseWithoutLicence,
  summarise,
} from './plan-import.ts'
import { toCommand } from './to-command.ts'
import { createWorkBatches } from './work-batches.ts'

const mostAttempts = 3

type Work = { tx: Tx; command: ImportCommand; admitted: AdmittedImporter }

/**
 * Checks or runs the import that has waited longest. People are written in one transaction: if the server is killed,
 * nothing is half done, and the next poll on any server starts over. Other rows are written in batches.
 */
export function createWorkImport({ db, clock, secrets, queueMail }: NeedsOfOrderMail & { db: Db; secrets: Secrets }) {
  const workBatches = createWorkBatches({ db, clock, queueMail })
  const plan = async ({ tx, command, admitted }: Work, holds: boolean) => {
    const rows = await listFileRows(tx, command.id)
    return planImport({ db: tx, command, rows, secrets, mayMakeTerritories: admitted.mayMakeTerritories, holds })
  }

  async function finish(tx: Tx, { id, state, failure, outcomes, summary }: FinishedImport): Promise<void> {
    let done = 0
    for (const chunk of inChunks(outcomes)) {
      await saveOutcomes(tx, id, chunk)
      done += chunk.length
      if (state === 'checked') await reportDone(db, id, done)
    }
    if (state === 'done') await forgetHashes(tx, id)
    await updateImport(tx, id, { state, failure: failure ?? null, summary, done: outcomes.length, at: clock.now() })
  }

  async function check(work: Work): Promise<void> {
    const { tx, command } = work
    const made = await plan(work, false)
    const summary = summarise(made, await countFreeLicences(tx))
    await finish(tx, { id: command.id, state: 'checked', outcomes: made.rows, summary })
  }

  async function run(work: Work): Promise<void> {
    const { tx, command } = work
    const { id, settings } = command
    const made = await plan(work, true)
    const free = await holdFreeLicences(tx, [...countNeeded(made).keys()])
    const failure = whyBack(made, { settings, isTooFew: isShort(made, free) })
    if (failure) {
      const back = { id, state: 'checked', failure, outcomes: made.rows, summary: summarise(made, free) } as const
      return finish(tx, back)
    }
    refuseWithoutLicence(made, free)
    const outcomes = await write(work, made)
    await finish(tx, { id, state: 'done', outcomes, summary: summarise(made, free) })
  }

  /** Writes the audit last, so that other audit entries don't wait for the entire import. */
  async function write({ tx, command }: Work, made: ImportPlan): Promise<RowOutcome[]> {
    const { id, kind, authority, settings } = command
    const at = clock.now()
    const events: AuditEvent[] = []
    let done = 0
    const outcomes = await applyPlan(
      {
        tx,
        command,
        at,
        record: event => events.push({ ...event, at, ...authority, details: { ...event.details, import: id } }),
        report: async rows => {
          done += rows
          await reportDone(db, id, done)
        },
      },
      made,
    )
    const rows = events.length
    events.push({ at, action: 'import-run', ...authority, details: { import: id, kind, rows, scope: settings.scope } })
    await recordEvents(tx, events)
    if (settings.invitations === 'later') return outcomes
    return outcomes.map(row => (row.invitation === 'possible' ? { ...row, invitation: 'waiting' } : row))
  }

  async function begin(tx: Tx, id: string): Promise<void> {
    const found = await findImport(tx, id)
    if (found?.state !== 'checking' && found?.state !== 'running') return
    const end = async (failure: string) => {
      await forgetHashes(tx, id)
      await updateImport(tx, id, { state: 'failed', failure, at: clock.now() })
    }
    if ((await countAttempt(db, id)) > mostAttempts) return end('fault')
    const command = toCommand(found)
    const admitted = await admitImporter(tx, command)
    if (!admitted) return end('no-right')
    const work = { tx, command, admitted }
    return found.state === 'checking' ? check(work) : run(work)
  }

  return async function workImport(stopping?: AbortSignal): Promise<void> {
    const waiting = await findWaitingImport(db)
    if (waiting === undefined) return
    const { id, kind } = waiting
    if (isBatchKind(kind)) return workBatches(id, stopping)
    try {
      await db.transaction().execute(async tx => {
        if (await tryLock(tx, 'imports: work')) await begin(tx, id)
      })
    } catch (fault) {
      // The conflicting change has committed, so the next poll includes it in the plan.
      if (!(fault instanceof Overtaken)) throw fault
    }
  }
}

type FinishedImport = {
  id: string
  state: ImportState
  failure?: string
  outcomes: readonly RowOutcome[]
  summary: object
}

/** All rows were requested and some can't be imported: nothing is written, and the importer chooses again. */
function whyBack(plan: ImportPlan, { settings, isTooFew }: { settings: ImportSettings; isTooFew: boolean }) {
  if (settings.scope === 'good') return undefined
  if (plan.rows.some(({ verdict }) => verdict === 'refuse')) return 'changed-since'
  return isTooFew ? 'no-licence' : undefined
}
