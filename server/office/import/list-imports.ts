import type { ImportList } from '../../../shared/contract/import.ts'
import type { ImportKind } from '../../../shared/contract/import-lists.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listImportsOf } from './import.store.ts'
import { toImportSummary } from './read-import.ts'

/** Lists the latest imports of one kind, newest first. */
export function createListImports({ db }: { db: Db }) {
  return async function listImports(kind: ImportKind): Promise<ImportList> {
    return { imports: (await listImportsOf(db, kind)).map(toImportSummary) }
  }
}
