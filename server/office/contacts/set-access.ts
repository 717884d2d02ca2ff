import { voidResets } from '../../entry/recovery/void-resets.ts'
import { setWebsiteAccess } from '../../people/accounts/accounts.store.ts'
import { endEverySession } from '../../people/sessions/end-every-session.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Tx } from '../../platform/database/tables.ts'
import type { RecordedBy } from './close-contacts.ts'

type AccessToSet = { accountId: string; hasAccess: boolean; by: RecordedBy; at: Date }

/**
 * Gives or withdraws website access in the caller's transaction, which must have locked the account. Withdrawing ends
 * every session and reset (ASVS 7.4.2). The password is kept.
 */
export async function setAccess(
  tx: Tx,
  { accountId, hasAccess, by, at }: AccessToSet,
): Promise<{ sessionsEnded: number }> {
  await setWebsiteAccess(tx, { id: accountId, hasAccess })
  const action = hasAccess ? 'access-restored' : 'access-withdrawn'
  if (hasAccess) {
    await recordEvent(tx, { at, action, ...by, accountId })
    return { sessionsEnded: 0 }
  }
  const { ended } = await endEverySession(tx, { accountId, because: 'deactivated' })
  await voidResets(tx, { accountId, reason: 'deactivated', at })
  await recordEvent(tx, { at, action, ...by, accountId })
  return { sessionsEnded: ended }
}
