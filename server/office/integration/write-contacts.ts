import type { RowResult } from '../../../shared/contract/integration.ts'
import { upsertContacts } from '../../people/accounts/upsert-contacts.ts'
import { recordEvents } from '../../platform/audit/audit.store.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { setAccess } from '../contacts/set-access.ts'
import { recordedBy, type WrittenBy } from './in-call.ts'

/** Adds and changes contacts. Withdrawn access ends the contact's sessions, as on the admin site. */
export async function writeContacts(
  tx: Tx,
  rows: readonly unknown[],
  { authority, at }: WrittenBy,
): Promise<{ results: RowResult[] }> {
  const { results, created, updated } = await upsertContacts(tx, rows, at)
  const by = recordedBy(authority)
  const recorded = [
    ...created.map(({ id }) => ({ action: 'contact-added' as const, accountId: id })),
    ...updated.map(({ after: { id } }) => ({ action: 'contact-changed' as const, accountId: id })),
  ]
  await recordEvents(
    tx,
    recorded.map(event => ({ at, ...event, ...by })),
  )
  for (const { before, after } of updated) {
    const { id: accountId, hasWebsiteAccess: hasAccess } = after
    if (accountId !== null && before.hasWebsiteAccess !== hasAccess)
      await setAccess(tx, { accountId, hasAccess, by, at })
  }
  return { results }
}
