import { fieldNames, type ImportKind } from '../../../shared/contract/import-lists.ts'
import { byteOrderMark, toCsvLine } from '../../../shared/csv/csv.ts'
import type { Db } from '../../platform/database/tables.ts'
import { findImport, type ImportRow } from './import.store.ts'
import { namesOfFields } from './import-command.ts'
import { listRowsAfter } from './import-rows.store.ts'
import { findingWords, resultWords } from './import-words.ts'

const rowsAtOnce = 2000

/**
 * Exports every row with its outcome and the reason, so that refused rows can be fixed in the file and uploaded again.
 * It leaves out columns that were not imported, and password hashes. A long file needs little memory.
 */
export function createExportResult({ db }: { db: Db }) {
  async function* lines(found: ImportRow): AsyncIterable<string> {
    const fields = namesOfFields(found.fields)
    const columns = fields.flatMap((field, column) =>
      field === null || field === 'password-hash' ? [] : [{ column, field }],
    )
    const words = resultWords[found.state === 'done' ? 'after' : 'before']
    yield byteOrderMark + toCsvLine(['Row', 'Result', 'Why', ...columns.map(({ field }) => fieldNames[field])])
    let after = 0
    for (;;) {
      const rows = await listRowsAfter(db, { importId: found.id, after, most: rowsAtOnce })
      const texts = rows.map(({ place, verdict, findings, cells }) =>
        toCsvLine([
          String(place),
          words[verdict ?? 'refuse'],
          findings.map(findingWords).join(' '),
          ...columns.map(({ column }) => cells[column] ?? ''),
        ]),
      )
      if (texts.length > 0) yield texts.join('')
      if (rows.length < rowsAtOnce) return
      after = rows.at(-1)?.place ?? after
    }
  }

  return async function exportResult(asked: {
    kind: ImportKind
    id: string
  }): Promise<AsyncIterable<string> | undefined> {
    const found = await findImport(db, asked.id)
    return found?.kind === asked.kind ? lines(found) : undefined
  }
}
