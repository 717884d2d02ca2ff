import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { setAccess } from './set-access.ts'

export type AccessRestored = { kind: 'restored' } | { kind: 'had-access' } | { kind: 'above-you' }

type Command = { accountId: string; authority: Authority }

/** Lets a contact sign in again with the previous password. Ended sessions stay ended. */
export function createRestoreAccess({ db, clock }: { db: Db; clock: Clock }) {
  return async function restoreAccess({ accountId, authority }: Command): Promise<AccessRestored> {
    return db.transaction().execute(async tx => {
      const account = await lockAccount(tx, accountId)
      if (account.kind !== 'contact' || !(await isWithinReach(tx, { authority, accountId })))
        return { kind: 'above-you' as const }
      if (account.hasWebsiteAccess) return { kind: 'had-access' as const }
      await setAccess(tx, { accountId, hasAccess: true, by: authority, at: clock.now() })
      return { kind: 'restored' as const }
    })
  }
}

export type RestoreAccess = ReturnType<typeof createRestoreAccess>
