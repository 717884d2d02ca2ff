import { judgeRows, upsertRows } from '../../platform/rows/upsert-rows.ts'
import { saveProgress, updateImport } from './import.store.ts'
import { countOutcomes, findEarlierKeys, saveOutcomes } from './import-rows.store.ts'
import type { BatchRow } from './read-batch.ts'
import { type Batch, type Step, takeBatch } from './take-batch.ts'
import { tryBatch } from './write-batch.ts'

/** Checks the next rows, and writes nothing but their outcomes. */
export async function checkBatch(batch: Batch): Promise<Step> {
  const { tx, command, kind, found, at } = batch
  const rows = await takeBatch(batch, { isAccepted: false })
  const last = rows.at(-1)
  if (!last) return endCheck(batch)
  await refuseDuplicates(batch, rows)
  const { existing, isRun } = command.settings
  // Before a run, what the database itself refuses is known from the first check: it depends on the row alone.
  const context = { upsert: isRun ? judgeRows : upsertRows, at }
  const outcomes = await tryBatch(tx, rows, { kind, existing, context })
  await saveOutcomes(tx, found.id, outcomes)
  await saveProgress(tx, found.id, { place: last.place, rows: rows.length })
  return 'more'
}

async function refuseDuplicates({ tx, kind, found }: Batch, rows: readonly BatchRow[]): Promise<void> {
  const keys = rows.flatMap(({ key }) => key || [])
  const seen = await findEarlierKeys(tx, { importId: found.id, keys, before: rows[0]?.place ?? 0 })
  for (const [place, row] of rows.entries()) {
    if (row.key === '' || (kind.isGrouped && rows[place - 1]?.key === row.key)) continue
    const before = seen.get(row.key)
    if (before === undefined) seen.set(row.key, row.place)
    else row.findings.push({ kind: kind.isGrouped ? 'apart' : 'duplicate', row: before })
  }
}

/** A run of all rows begins with another check: if a row is refused now, nothing is written. */
async function endCheck({ tx, command, found, at }: Batch): Promise<Step> {
  const counts = await countOutcomes(tx, found.id)
  const { isRun, ...settings } = command.settings
  if (isRun && counts.refuse === 0) {
    await updateImport(tx, found.id, { state: 'running', settings, done: 0, donePlace: 0, at })
    return 'more'
  }
  await updateImport(tx, found.id, {
    state: 'checked',
    settings,
    failure: isRun ? 'changed-since' : found.failure,
    summary: { ...counts, newTerritories: [], licences: [] },
    done: found.row_count,
    at,
  })
  return 'over'
}
