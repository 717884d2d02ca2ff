import type { ExportKind } from '../../../shared/contract/import-lists.ts'
import { byteOrderMark, toCsvLine } from '../../../shared/csv/csv.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Db } from '../../platform/database/tables.ts'
import { guardCell } from './cells/plain-cell.ts'
import type { CellContext } from './kinds/batch-import.ts'
import { exportOf } from './kinds/exports.ts'

const rowsAtOnce = 2000

/**
 * Exports all rows of one kind as a file that can be imported again, and then changes nothing. The rows are read a page
 * at a time, so a long file needs little memory and no long transaction.
 */
export function createExportRows({ db }: { db: Db }) {
  return async function* exportRows(kind: ExportKind): AsyncIterable<string> {
    const { heading, list, toCells } = exportOf(kind)
    const { currency, timeZone } = await getOrganisation(db)
    const context: CellContext = { decimals: 'point', days: 'clear', currency, timeZone }
    yield byteOrderMark + toCsvLine(heading)
    let after: string | undefined
    for (;;) {
      const rows = await list(db, { after, most: rowsAtOnce })
      if (rows.length > 0) yield rows.map(row => toCsvLine(toCells(row, context).map(guardCell))).join('')
      if (rows.length < rowsAtOnce) return
      after = rows.at(-1)?.cursor
    }
  }
}
