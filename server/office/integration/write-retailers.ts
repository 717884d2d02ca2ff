import type { RowResult } from '../../../shared/contract/integration.ts'
import { lockContactsByNumber } from '../../people/retailers/retailers.store.ts'
import { upsertRetailers } from '../../people/retailers/upsert-retailers.ts'
import { recordEvents } from '../../platform/audit/audit.store.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { closeContacts } from '../contacts/close-contacts.ts'
import { recordedBy, type WrittenBy } from './in-call.ts'

/** Adds and changes retailers. The contacts of a retailer that closes are signed out, as on the admin site. */
export async function writeRetailers(
  tx: Tx,
  rows: readonly unknown[],
  { authority, at }: WrittenBy,
): Promise<{ results: RowResult[] }> {
  // Accounts are locked before retailers, as everywhere.
  const contacts = await lockContactsByNumber(tx, rows.flatMap(numberToClose))
  const { results, created, updated } = await upsertRetailers(tx, rows, at)
  const by = recordedBy(authority)
  const closed = updated.filter(({ before, after }) => before.isActive && !after.isActive)
  const contactIds = closed.flatMap(({ after }) => contacts.get(after.accountNumber) ?? [])
  await closeContacts(tx, { contactIds, by, at })
  const recorded = [
    ...created.map(({ id }) => ({ action: 'retailer-added' as const, id })),
    ...updated.map(({ after: { id } }) => ({ action: 'retailer-changed' as const, id })),
  ]
  await recordEvents(
    tx,
    recorded.map(({ action, id }) => ({ at, action, ...by, details: { ...by.details, retailer: id ?? '' } })),
  )
  return { results }
}

function numberToClose(row: unknown): string[] {
  if (typeof row !== 'object' || row === null || !('status' in row) || row.status !== 'closed') return []
  return 'accountNumber' in row && typeof row.accountNumber === 'string' ? [row.accountNumber.trim()] : []
}
