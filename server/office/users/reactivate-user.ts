import { lockAccount, setActive } from '../../people/accounts/accounts.store.ts'
import { takeLicence } from '../../people/licences/take-licence.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

export type UserReactivated =
  | { kind: 'reactivated' }
  | { kind: 'was-active' }
  | { kind: 'above-you' }
  | { kind: 'no-licence' }

type Command = { accountId: string; authority: Authority }

/**
 * Reopens a closed account with its previous password. Ended sessions stay ended. An active user who lost the licence
 * takes one again.
 */
export function createReactivateUser({ db, clock }: { db: Db; clock: Clock }) {
  return async function reactivateUser({ accountId, authority }: Command): Promise<UserReactivated> {
    return db.transaction().execute(async tx => {
      const account = await lockAccount(tx, accountId)
      if (!(await isWithinReach(tx, { authority, accountId }))) return { kind: 'above-you' as const }
      if (account.isActive && (account.kind === 'contact' || account.hasLicence)) return { kind: 'was-active' as const }
      if (account.kind === 'user') {
        const licence = await takeLicence(tx, account.userType)
        if (licence.kind === 'no-licence') return licence
      }
      await setActive(tx, { id: accountId, isActive: true })
      await recordEvent(tx, { at: clock.now(), action: 'user-reactivated', ...authority, accountId })
      return { kind: 'reactivated' as const }
    })
  }
}
