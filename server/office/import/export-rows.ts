import type { BatchKind } from '../../../shared/contract/import-lists.ts'
import { byteOrderMark, toCsvLine } from '../../../shared/csv/csv.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Db } from '../../platform/database/tables.ts'
import { guardCell } from './cells/plain-cell.ts'
import type { CellContext, RowValues } from './kinds/batch-import.ts'
import { batchImports, headingOf } from './kinds/batch-imports.ts'

const rowsAtOnce = 2000

/**
 * Exports all rows of one kind as a file that can be imported again, and then changes nothing. The rows are read a page
 * at a time, so a long file needs little memory and no long transaction.
 */
export function createExportRows({ db }: { db: Db }) {
  return async function* exportRows(kind: BatchKind): AsyncIterable<string> {
    const { columns, list, disassemble } = batchImports[kind]
    const exported = Object.values(columns).filter(({ isImportedOnly }) => isImportedOnly !== true)
    const { currency, timeZone } = await getOrganisation(db)
    const context: CellContext = { decimals: 'point', days: 'clear', currency, timeZone }
    const toLine = (values: RowValues) => {
      const row = disassemble?.(values, context) ?? values
      return toCsvLine(exported.map(({ to, write }) => guardCell(write(row[to], context))))
    }
    yield byteOrderMark + toCsvLine(headingOf(kind, { isExport: true }))
    let after: string | undefined
    for (;;) {
      const rows = await list(db, { after, most: rowsAtOnce })
      if (rows.length > 0) yield rows.map(toLine).join('')
      if (rows.length < rowsAtOnce) return
      after = rows.at(-1)?.cursor
    }
  }
}
