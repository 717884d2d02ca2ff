import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Tx } from '../../platform/database/tables.ts'
import type { ImportRow } from './import.store.ts'
import { countOutcomes } from './import-rows.store.ts'
import { toCommand } from './to-command.ts'

/** Records how many rows a run has written so far, whether it is complete or ends early. */
export async function recordRun(tx: Tx, found: ImportRow, at: Date): Promise<void> {
  const { id, kind, authority, settings } = toCommand(found)
  const { add, update } = await countOutcomes(tx, id, found.done_place)
  const details = { import: id, kind, rows: add + update, scope: settings.scope }
  await recordEvent(tx, { at, action: 'import-run', ...authority, details })
}
