import type { ImportRows, ImportRowsQuery } from '../../../shared/contract/import.ts'
import { type ImportKind, neededFields } from '../../../shared/contract/import-lists.ts'
import type { Db } from '../../platform/database/tables.ts'
import { findImport } from './import.store.ts'
import { namesOfFields } from './import-command.ts'
import { listRows } from './import-rows.store.ts'
import { findingWords } from './import-words.ts'

const size = 50

/** Lists the rows of an import with their findings as sentences, a page at a time. */
export function createListImportRows({ db }: { db: Db }) {
  return async function listImportRows(
    { kind, id }: { kind: ImportKind; id: string },
    { verdict, noted, page }: ImportRowsQuery,
  ): Promise<ImportRows | undefined> {
    const found = await findImport(db, id)
    if (found?.kind !== kind) return undefined
    const fields = namesOfFields(found.fields)
    const { rows, total } = await listRows(db, { importId: id, verdict, noted, page, size })
    const shown = neededFields[kind].map(field => fields.indexOf(field))
    return {
      rows: rows.map(row => ({
        row: row.place,
        what: shown
          .map(column => row.cells[column]?.trim() ?? '')
          .filter(Boolean)
          .join(', ')
          .slice(0, 200),
        verdict: row.verdict ?? 'refuse',
        texts: row.findings.map(findingWords),
      })),
      total,
      page,
      size,
    }
  }
}
