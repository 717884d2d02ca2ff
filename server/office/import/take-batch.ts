import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Tx } from '../../platform/database/tables.ts'
import type { TakeAccepted } from '../../trade/captured/take-accepted.ts'
import type { ImportRow } from './import.store.ts'
import type { ImportCommand } from './import-command.ts'
import { listNextRows } from './import-rows.store.ts'
import type { BatchImport } from './kinds/batch-import.ts'
import { type BatchRow, readBatchRow } from './read-batch.ts'

/** A device that downloads waits at most as long as a batch takes. */
const batchSize = 500
/** More lines than an order may have. */
const longestGroup = 501

export type Step = 'more' | 'over'
export type Batch = {
  tx: Tx
  command: ImportCommand
  kind: BatchImport
  found: ImportRow
  at: Date
  takeAccepted: TakeAccepted
}

/** Reads the next rows: of all, or of those that the check accepted. */
export async function takeBatch(batch: Batch, { isAccepted }: { isAccepted: boolean }): Promise<BatchRow[]> {
  const { tx, command, kind, found } = batch
  const { currency, timeZone } = await getOrganisation(tx)
  const { decimals, days } = command.settings
  const format = { kind, fields: command.fields, context: { decimals, days, currency, timeZone } }
  const most = kind.isGrouped ? batchSize + longestGroup : batchSize
  const rows = await listNextRows(tx, { importId: found.id, after: found.done_place, most, isAccepted })
  const read = rows.map(row => readBatchRow(row, format))
  return kind.isGrouped ? cutAfterGroup(read) : read
}

/** The rows of one record stay in one batch. A longer one is refused. */
function cutAfterGroup(rows: BatchRow[]): BatchRow[] {
  const last = rows[batchSize - 1]
  const next = rows.findIndex(({ key }, place) => place >= batchSize && key !== last?.key)
  return next === -1 ? rows : rows.slice(0, next)
}
