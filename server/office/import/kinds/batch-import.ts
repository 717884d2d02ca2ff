import type { DayChoice, DecimalChoice, ImportField } from '../../../../shared/contract/import-lists.ts'
import type { RowResult } from '../../../../shared/contract/integration.ts'
import type { Queryable, Tx } from '../../../platform/database/tables.ts'
import type { ExportedRow, RowPage } from '../../../platform/rows/row-page.ts'
import type { UpsertRows } from '../../../platform/rows/upsert-rows.ts'
import type { TakeAccepted } from '../../../trade/captured/take-accepted.ts'
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
  /** Left out of an export, because other changes meanwhile would be lost. */
  isImportedOnly?: boolean
  example: string
}

export type RowValues = Readonly<Record<string, unknown>>

export type WriteContext = {
  /** `judgeRows` judges alone. */
  upsert: UpsertRows
  at: Date
  /** Absent in a check: what takes order numbers and sends emails is only judged. */
  takeAccepted?: TakeAccepted | undefined
}

/** One kind of import whose rows are written in batches. A new kind is one object of this type. */
export type BatchImport = {
  /** In the order of the template and of the export. */
  columns: Partial<Record<ImportField, Column>>
  /** What identifies a row. A second row with the same values is a duplicate. */
  key: (values: RowValues) => readonly unknown[]
  /** Consecutive rows with the same key are one record: all of them are written, or none. */
  isGrouped?: true
  /** Makes what is written from what the columns say, where one value comes from several columns. */
  assemble?: (values: RowValues, context: CellContext) => { values: RowValues } | Finding
  /** The reverse, for an export. */
  disassemble?: (values: RowValues, context: CellContext) => RowValues
  /** Judges and writes rows, each for itself: what the API for other systems calls. */
  write: (tx: Tx, rows: readonly RowValues[], context: WriteContext) => Promise<RowResult[]>
}

/** A kind whose rows can be exported as a file that can be imported again. */
export type ExportedImport = BatchImport & {
  /** The next rows to export: what `write` would be given. */
  list: (db: Queryable, page: RowPage) => Promise<ExportedRow<RowValues>[]>
}
