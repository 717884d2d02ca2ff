import type { Tx, VoidReason } from '../../platform/database/tables.ts'
import { voidResetsOf } from './recovery.store.ts'

/** Ends every reset of an account that still works or waits, for features that close it in a transaction of their own. */
export function voidResets(tx: Tx, resets: { accountId: string; reason: VoidReason; at: Date }): Promise<void> {
  return voidResetsOf(tx, resets)
}
