import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { settleAddressChanges } from '../../people/accounts/address-changes.store.ts'
import { findUnsettled } from '../../people/accounts/find-hold.ts'
import type { LiveSession } from '../../people/sessions/read-session.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'

export type AddressConfirmed =
  | { kind: 'confirmed' }
  | { kind: 'confirm-first' }
  /** The address was changed again or has been settled: the page shows the current state. */
  | { kind: 'nothing-waits' }

export type AddressToConfirm = { session: LiveSession; changeId: string; caller: Caller }

/**
 * Confirms an address that an administrator gave a signed-in person's account. The person must have proved their
 * identity a moment ago (ASVS 7.5.1). People can't confirm their own change: that would prove no more than the session
 * does.
 */
export function createConfirmAddress({ db, clock }: { db: Db; clock: Clock }) {
  return async function confirmAddress({ session, changeId, caller }: AddressToConfirm): Promise<AddressConfirmed> {
    if (!session.isRecent) return { kind: 'confirm-first' }
    const { accountId } = session
    return db.transaction().execute(async tx => {
      await lockAccount(tx, accountId)
      const at = clock.now()
      const unsettled = await findUnsettled({ db: tx, clock }, accountId)
      if (unsettled?.change.id !== changeId || unsettled.changedBy.has(accountId))
        return { kind: 'nothing-waits' as const }
      await settleAddressChanges(tx, { accountId, by: accountId, at })
      await recordEvent(tx, {
        at,
        action: 'address-confirmed',
        actor: 'self',
        actorAccountId: accountId,
        accountId,
        ...caller,
      })
      return { kind: 'confirmed' as const }
    })
  }
}
