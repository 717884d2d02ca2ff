import { upsertRows } from '../../platform/rows/upsert-rows.ts'
import { saveProgress, updateImport } from './import.store.ts'
import { countOutcomes, listRefusedKeys, saveOutcomes } from './import-rows.store.ts'
import type { BatchRow } from './read-batch.ts'
import { recordRun } from './record-run.ts'
import { type Batch, type Step, takeBatch } from './take-batch.ts'
import { writeBatch } from './write-batch.ts'

/** All rows were requested, and one can't be imported any more: its batch rolls back. */
export class StoppedMidway extends Error {
  override name = 'StoppedMidway'
}

/** Writes the next rows that the check accepted. */
export async function runBatch(batch: Batch): Promise<Step> {
  const { tx, command, kind, found, at, takeAccepted } = batch
  const { existing, scope } = command.settings
  const rows = await takeBatch(batch, { isAccepted: true })
  const last = rows.at(-1)
  if (!last) return endRun(batch)
  if (kind.isGrouped) await refuseTornRecords(batch, rows)
  const context = { upsert: upsertRows, at, takeAccepted }
  const outcomes = await writeBatch(tx, rows, { kind, existing, context })
  if (scope === 'all' && outcomes.some(({ verdict }) => verdict === 'refuse')) throw new StoppedMidway()
  await saveOutcomes(tx, found.id, outcomes)
  await saveProgress(tx, found.id, { place: last.place, rows: rows.length })
  return 'more'
}

/** Rows of the same record elsewhere in the file were refused: without them it would be incomplete. */
async function refuseTornRecords({ tx, found }: Batch, rows: readonly BatchRow[]): Promise<void> {
  const refused = await listRefusedKeys(
    tx,
    found.id,
    rows.map(({ key }) => key),
  )
  for (const row of rows) if (refused.has(row.key)) row.findings.push({ kind: 'incomplete' })
}

async function endRun({ tx, found, at }: Batch): Promise<Step> {
  const counts = await countOutcomes(tx, found.id)
  await recordRun(tx, found, at)
  const summary = { ...counts, newTerritories: [], licences: [] }
  await updateImport(tx, found.id, { state: 'done', summary, done: found.row_count, at })
  return 'over'
}
