import { readPlainCell } from './cells/plain-cell.ts'
import type { Finding } from './findings.ts'
import type { ImportCommand } from './import-command.ts'
import type { BatchImport, CellContext, Column, RowValues } from './kinds/batch-import.ts'
import type { FileRow } from './parse-rows.ts'

/** A row as the upsert takes it. With a refusal among the findings, it isn't written. */
export type BatchRow = { place: number; values: RowValues; key: string; findings: Finding[] }

type Format = { kind: BatchImport; fields: ImportCommand['fields']; context: CellContext }

/** Reads the cells of a row by the columns of its kind. */
export function readBatchRow({ place, cells }: FileRow, { kind, fields, context }: Format): BatchRow {
  const findings: Finding[] = []
  const values: Record<string, unknown> = {}
  if (cells.length > fields.length) findings.push({ kind: 'too-many-cells' })
  if (cells.some((cell, column) => fields[column] != null && cell.includes('�')))
    findings.push({ kind: 'broken-letter' })
  for (const [column, field] of fields.entries()) {
    const own = field === null ? undefined : kind.columns[field]
    if (!own || field === null) continue
    const read = readCell(readPlainCell(cells[column] ?? ''), own, context)
    if (read === undefined) continue
    if ('kind' in read) findings.push({ ...read, field })
    else values[own.to] = read.value
  }
  const made = kind.assemble?.(values, context) ?? { values }
  if ('kind' in made) return { place, values, key: '', findings: [...findings, made] }
  return { place, values: made.values, key: keyOf(kind.key(made.values)), findings }
}

function readCell(text: string, column: Column, context: CellContext) {
  if (text !== '') return column.read(text, context)
  return column.whenEmpty === undefined ? undefined : { value: column.whenEmpty }
}

/** Empty if the row has no key: it is refused for that. */
const keyOf = (parts: readonly unknown[]): string =>
  parts.every(part => part === null || part === '') ? '' : JSON.stringify(parts)
