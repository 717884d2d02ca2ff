import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Tx } from '../../platform/database/tables.ts'
import type { ImportRow } from './import.store.ts'
import type { ImportCommand } from './import-command.ts'
import { listNextRows } from './import-rows.store.ts'
import type { BatchImport } from './kinds/batch-import.ts'
import { type BatchRow, readBatchRow } from './read-batch.ts'

/** A device that downloads waits at most as long as a batch takes. */
const batchSize = 500

export type Step = 'more' | 'over'
export type Batch = { tx: Tx; command: ImportCommand; kind: BatchImport; found: ImportRow; at: Date }

/** Reads the next rows: of all, or of those that the check accepted. */
export async function takeBatch(batch: Batch, { isAccepted }: { isAccepted: boolean }): Promise<BatchRow[]> {
  const { tx, command, kind, found } = batch
  const { currency, timeZone } = await getOrganisation(tx)
  const { decimals, days } = command.settings
  const format = { kind, fields: command.fields, context: { decimals, days, currency, timeZone } }
  const rows = await listNextRows(tx, { importId: found.id, after: found.done_place, most: batchSize, isAccepted })
  return rows.map(row => readBatchRow(row, format))
}
