import { voidResets } from '../../entry/recovery/void-resets.ts'
import { endEverySession } from '../../people/sessions/end-every-session.ts'
import { type AuditEvent, recordEvent } from '../../platform/audit/audit.store.ts'
import type { Tx } from '../../platform/database/tables.ts'

/** Who requests it, as the audit keeps it. */
export type RecordedBy = Pick<AuditEvent, 'actor' | 'actorAccountId' | 'network' | 'device' | 'details'>

type ContactsToClose = { contactIds: readonly string[]; by: RecordedBy; at: Date }

/**
 * Signs out the contacts of a retailer that closes: their sessions and resets end in the caller's transaction, which must
 * have locked their accounts (ASVS 7.4.2).
 */
export async function closeContacts(tx: Tx, { contactIds, by, at }: ContactsToClose) {
  let sessionsEnded = 0
  for (const accountId of contactIds) {
    sessionsEnded += (await endEverySession(tx, { accountId, because: 'deactivated' })).ended
    await voidResets(tx, { accountId, reason: 'deactivated', at })
    await recordEvent(tx, { at, action: 'retailer-closed', ...by, accountId })
  }
  return { contacts: contactIds.length, sessionsEnded }
}
