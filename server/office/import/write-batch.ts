import { fieldNames, type ImportField } from '../../../shared/contract/import-lists.ts'
import type { RowResult } from '../../../shared/contract/integration.ts'
import { attempt, undoing } from '../../platform/database/savepoint.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { judgeRows } from '../../platform/rows/upsert-rows.ts'
import { type Finding, isRefused, settle } from './findings.ts'
import type { RowOutcome } from './import-rows.store.ts'
import type { BatchImport, WriteContext } from './kinds/batch-import.ts'
import type { BatchRow } from './read-batch.ts'

type Writing = { kind: BatchImport; existing: 'leave' | 'update'; context: WriteContext }

/** Writes the rows that can be written. Every row gets an outcome. */
export async function writeBatch(tx: Tx, rows: readonly BatchRow[], writing: Writing): Promise<RowOutcome[]> {
  const { kind, existing } = writing
  if (kind.isGrouped) refuseIncomplete(rows)
  const good = rows.filter(row => !isRefused(row))
  const left = existing === 'leave' ? await findExisting(tx, good, writing) : new Set<BatchRow>()
  const written = good.filter(row => !left.has(row))
  const results = await writeRows(tx, written, writing)
  const resultOf = new Map(written.map((row, index) => [row, results[index]]))
  return rows.map(row => ({
    ...outcomeOf(row, { result: resultOf.get(row), isLeft: left.has(row), kind }),
    key: row.key || undefined,
  }))
}

/** Writes the rows to see the outcomes, and undoes it: the check can't differ from the run. */
export async function tryBatch(tx: Tx, rows: readonly BatchRow[], writing: Writing): Promise<RowOutcome[]> {
  return undoing(tx, () => writeBatch(tx, rows, writing))
}

/** The rows that would change something that exists. */
async function findExisting(tx: Tx, rows: readonly BatchRow[], { kind, context }: Writing): Promise<Set<BatchRow>> {
  const judging = { kind, context: { at: context.at, upsert: judgeRows } }
  const results = await undoing(tx, () => writeRows(tx, rows, judging))
  return new Set(rows.filter((_, index) => results[index]?.outcome === 'updated'))
}

/** If the database refuses the rows together, each is written by itself: only those that it refuses are left out. */
async function writeRows(
  tx: Tx,
  rows: readonly BatchRow[],
  writing: Pick<Writing, 'kind' | 'context'>,
): Promise<(RowResult | undefined)[]> {
  if (rows.length === 0) return []
  const written = await attempt(tx, () =>
    writing.kind.write(
      tx,
      rows.map(({ values }) => values),
      writing.context,
    ),
  )
  if (written.kind === 'done') return written.value
  const alone = [...Map.groupBy(rows, row => (writing.kind.isGrouped ? row.key : row.place)).values()]
  if (alone.length === 1) return rows.map(() => undefined)
  const results = new Map<BatchRow, RowResult | undefined>()
  for (const part of alone) {
    const own = await writeRows(tx, part, writing)
    for (const [index, row] of part.entries()) results.set(row, own[index])
  }
  return rows.map(row => results.get(row))
}

/** A record of several rows is imported with all of them or not at all. */
function refuseIncomplete(rows: readonly BatchRow[]): void {
  const refused = new Set(rows.filter(isRefused).map(({ key }) => key))
  for (const row of rows) if (refused.has(row.key) && !isRefused(row)) row.findings.push({ kind: 'incomplete' })
}

type Written = { result: RowResult | undefined; isLeft: boolean; kind: BatchImport }

function outcomeOf(row: BatchRow, { result, isLeft, kind }: Written): RowOutcome {
  const add = (finding: Finding) => ({ ...row, findings: [...row.findings, finding] })
  if (isRefused(row)) return settle(row, 'refuse')
  if (isLeft) return settle(add({ kind: 'exists' }), 'leave')
  if (!result) return settle(add({ kind: 'not-stored' }), 'refuse')
  if (result.outcome === 'rejected') return settle(add(rejection(result, kind)), 'refuse')
  if (result.outcome === 'unchanged') return settle(add({ kind: 'nothing-new' }), 'leave')
  return settle(row, result.outcome === 'created' ? 'add' : 'update')
}

/** The reason names the column of the file instead of the field of the row. */
function rejection({ problem }: RowResult, { columns }: BatchImport): Finding {
  const fields = Object.keys(columns) as ImportField[]
  const field = fields.find(name => columns[name]?.to === problem?.field)
  const text = nameColumns(problem?.message ?? '', columns)
  if (field === undefined) return { kind: 'rejected', text }
  return text.includes(fieldNames[field]) ? { kind: 'rejected', text } : { kind: 'rejected', text, field }
}

/** "A new product needs name and priceCents." names fields of the API. */
function nameColumns(text: string, columns: BatchImport['columns']): string {
  if (!text.startsWith('A new ')) return text
  const labels = new Map(
    (Object.keys(columns) as ImportField[]).map(field => [columns[field]?.to ?? '', fieldNames[field]]),
  )
  return text.replace(/(?<=needs .*)\b\w+\b/g, word => labels.get(word) ?? (word === 'at' ? fieldNames.date : word))
}
