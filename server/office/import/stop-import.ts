import type { ImportKind } from '../../../shared/contract/import-lists.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { lockImport, updateImport } from './import.store.ts'
import type { Importer } from './import-command.ts'
import { recordRun } from './record-run.ts'

export type ImportStopped = { kind: 'stopping' } | { kind: 'ended' } | { kind: 'no-such-import' }

type Command = { kind: ImportKind; id: string; authority: Importer }

/**
 * Stops a check or a run after its current batch, or says that it has ended. What is imported stays. After a run, the file is checked again, so that
 * it shows what is left to import.
 */
export function createStopImport({ db, clock }: { db: Db; clock: Clock }) {
  return async function stopImport({ kind, id, authority }: Command): Promise<ImportStopped> {
    return db.transaction().execute(async tx => {
      // Waits for the batch that is being written: it holds the same lock.
      const found = await lockImport(tx, id)
      if (found?.kind !== kind) return { kind: 'no-such-import' as const }
      const at = clock.now()
      const isRunning = found.state === 'running'
      if (!isRunning && found.state !== 'checking') return { kind: 'ended' as const }
      const change = isRunning ? ({ state: 'checking', failure: 'stopped' } as const) : ({ state: 'columns' } as const)
      if (isRunning) await recordRun(tx, found, at)
      await updateImport(tx, id, { ...change, authority, at })
      return { kind: 'stopping' as const }
    })
  }
}
