import type { DayChoice, DecimalChoice, ImportField } from '../../../../shared/contract/import-lists.ts'
import type { RowResult } from '../../../../shared/contract/integration.ts'
import type { Queryable, Tx } from '../../../platform/database/tables.ts'
import type { Finding } from '../findings.ts'

/** How cells are written: the importer's choices, and the organisation's settings. */
export type CellContext = { decimals: DecimalChoice; days: DayChoice; currency: string; timeZone: string }

export type CellRead = { value: unknown } | Omit<Finding, 'field'>

export type Column = {
  /** The field of the row that is written. */
  to: string
  read: (text: string, context: CellContext) => CellRead
  /** The text to export. */
  write: (value: unknown, context: CellContext) => string
  /** What an empty cell means. Without it, an empty cell leaves the present value. */
  whenEmpty?: null
  /** Other names of the column, in files of other systems. */
  also?: readonly string[]
  example: string
}

export type RowValues = Readonly<Record<string, unknown>>

/** One kind of import whose rows are written in batches. A new kind is one object of this type. */
export type BatchImport = {
  /** In the order of the template and of the export. */
  columns: Partial<Record<ImportField, Column>>
  /** The columns that identify a row. A second row with the same values is a duplicate. */
  key: readonly ImportField[]
  /** Judges and writes rows, each for itself: what the API for other systems calls. */
  write: (tx: Tx, rows: readonly RowValues[]) => Promise<RowResult[]>
  /** The rows to export after the row with this key, in the order of the key: what `write` would be given. */
  list: (db: Queryable, page: { after: RowValues | undefined; most: number }) => Promise<RowValues[]>
}
