/** A statement accepts at most 65,535 values. This splits rows of up to 30 columns. */
export function inParts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / 2000) }, (_, part) => rows.slice(part * 2000, (part + 1) * 2000))
}
