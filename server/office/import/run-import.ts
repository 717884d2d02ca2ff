import type { ImportRun, ImportSummary } from '../../../shared/contract/import.ts'
import { type ImportKind, isBatchKind } from '../../../shared/contract/import-lists.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { lockImport, updateImport } from './import.store.ts'
import type { Importer } from './import-command.ts'
import { toCommand } from './to-command.ts'

export type RunOrdered =
  | { kind: 'running' }
  | { kind: 'no-such-import' }
  | { kind: 'import-busy' }
  | { kind: 'import-done' }
  | { kind: 'check-first' }
  | { kind: 'rows-refused' }
  | { kind: 'nothing-to-import' }
  | { kind: 'no-licence' }

type Command = { kind: ImportKind; id: string; run: ImportRun; authority: Importer }

/** Queues the checked import: all rows or none, or only the good ones. The job checks every row again. */
export function createRunImport({ db, clock }: { db: Db; clock: Clock }) {
  return async function runImport({ kind, id, run, authority }: Command): Promise<RunOrdered> {
    return db.transaction().execute(async tx => {
      const found = await lockImport(tx, id)
      if (found?.kind !== kind) return { kind: 'no-such-import' as const }
      if (found.state === 'columns') return { kind: 'check-first' as const }
      if (found.state === 'done' || found.state === 'failed') return { kind: 'import-done' as const }
      if (found.state !== 'checked') return { kind: 'import-busy' as const }
      const why = whyNot(found.summary as ImportSummary, run.scope)
      if (why) return { kind: why }
      // In batches, all rows are checked again before the first is written: afterwards nothing could be undone.
      const isCheckedFirst = isBatchKind(kind) && run.scope === 'all'
      const settings = { ...toCommand(found).settings, ...run, isRun: isCheckedFirst }
      const state = isCheckedFirst ? 'checking' : 'running'
      await updateImport(tx, id, { state, settings, authority, at: clock.now() })
      return { kind: 'running' as const }
    })
  }
}

function whyNot({ add, update, refuse, licences }: ImportSummary, scope: ImportRun['scope']) {
  if (add + update === 0) return 'nothing-to-import'
  if (scope === 'good') return undefined
  if (refuse > 0) return 'rows-refused'
  return licences.some(({ needed, free }) => needed > free) ? 'no-licence' : undefined
}
