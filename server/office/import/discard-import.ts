import type { ImportKind } from '../../../shared/contract/import-lists.ts'
import type { Db } from '../../platform/database/tables.ts'
import { deleteImport, lockImport } from './import.store.ts'

export type ImportDiscarded = { kind: 'discarded' } | { kind: 'no-such-import' } | { kind: 'import-busy' }

/** Deletes an uploaded file, its rows and its result. Imported data stays. */
export function createDiscardImport({ db }: { db: Db }) {
  return async function discardImport({ kind, id }: { kind: ImportKind; id: string }): Promise<ImportDiscarded> {
    return db.transaction().execute(async tx => {
      const found = await lockImport(tx, id)
      if (found?.kind !== kind) return { kind: 'no-such-import' as const }
      if (found.state === 'checking' || found.state === 'running') return { kind: 'import-busy' as const }
      await deleteImport(tx, id)
      return { kind: 'discarded' as const }
    })
  }
}
