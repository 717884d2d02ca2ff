/** The rows of an export that come after a cursor, which each row carries. */
export type RowPage = { after: string | undefined; most: number }
export type ExportedRow<Row> = Row & { cursor: string }
