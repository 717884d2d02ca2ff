import { lockAccount, setWebsiteAccess } from '../accounts/accounts.store.ts'
import { recordEvent } from '../audit/audit.store.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import { type Authority, isWithinReach } from '../roles/authority.ts'

export type AccessRestored = { kind: 'restored' } | { kind: 'had-access' } | { kind: 'above-you' }

type Order = { accountId: string; authority: Authority }

/** Lets a contact sign in again with the password from before; sessions that ended stay ended. */
export function createRestoreAccess({ db, clock }: { db: Db; clock: Clock }) {
  return async function restoreAccess({ accountId, authority }: Order): Promise<AccessRestored> {
    return db.transaction().execute(async tx => {
      const account = await lockAccount(tx, accountId)
      if (account.kind !== 'contact' || !(await isWithinReach(tx, { authority, accountId })))
        return { kind: 'above-you' as const }
      if (account.hasWebsiteAccess) return { kind: 'had-access' as const }
      await setWebsiteAccess(tx, { id: accountId, hasAccess: true })
      await recordEvent(tx, { at: clock.now(), action: 'access-restored', ...authority, accountId })
      return { kind: 'restored' as const }
    })
  }
}

export type RestoreAccess = ReturnType<typeof createRestoreAccess>
