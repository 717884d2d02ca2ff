import { fieldNames, type ImportKind, importFields, importLimits } from '../../../shared/contract/import-lists.ts'
import { byteOrderMark, toCsvLine } from '../../../shared/csv/csv.ts'
import type { Db } from '../../platform/database/tables.ts'
import { findImport, listRows } from './import.store.ts'
import { namesOfFields } from './import-command.ts'
import { findingWords, resultWords } from './import-words.ts'

/**
 * Exports every row with its outcome and the reason, so that refused rows can be fixed in the file and uploaded again.
 * It leaves out columns that were not imported.
 */
export function createExportResult({ db }: { db: Db }) {
  return async function exportResult(asked: { kind: ImportKind; id: string }): Promise<string | undefined> {
    const found = await findImport(db, asked.id)
    if (found?.kind !== asked.kind) return undefined
    const fields = namesOfFields(found.fields)
    const columns = fields.flatMap((field, column) => (field === null ? [] : [{ column, field }]))
    const heading = ['Row', 'Result', 'Why', ...columns.map(({ field }) => fieldNames[field])]
    const { rows } = await listRows(db, { importId: asked.id, page: 1, size: importLimits.rows })
    const words = resultWords[found.state === 'done' ? 'after' : 'before']
    const lines = rows.map(({ place, verdict, findings, cells }) => [
      String(place),
      words[verdict ?? 'refuse'],
      findings.map(findingWords).join(' '),
      ...columns.map(({ column }) => cells[column] ?? ''),
    ])
    return byteOrderMark + [heading, ...lines].map(toCsvLine).join('')
  }
}

/** An empty import file: the header and one example row to overwrite. */
export function printTemplate(kind: ImportKind): string {
  // The template has a column for each part of a name, so it needs none for the full name.
  const fields = importFields[kind].filter(field => field !== 'full-name')
  return byteOrderMark + [fields.map(field => fieldNames[field]), examples[kind]].map(toCsvLine).join('')
}

const examples: Record<ImportKind, readonly string[]> = {
  users: ['nora.new@example.com', 'Nora', 'New', 'device', '', 'North shore; South shore', ''],
  retailers: ['C-1001', 'Corner Store', 'North shore', 'open', '1 High Street', 'Harbour Vale', 'HV1 1AA', ''],
  contacts: ['C-1001', 'C-1001', 'Bea', 'Buyer', 'bea@example.com', 'Buyer', '', 'yes'],
}
