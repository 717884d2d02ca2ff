import type { Tx, VoidReason } from '../../platform/database/tables.ts'
import { voidResetsOf } from './recovery.store.ts'

/**
 * Ends every reset of an account that still works or waits, for features that close the account in their own
 * transaction.
 */
export function voidResets(tx: Tx, resets: { accountId: string; reason: VoidReason; at: Date }): Promise<void> {
  return voidResetsOf(tx, resets)
}
