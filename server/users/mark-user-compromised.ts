import { lockAccount, markCompromised } from '../accounts/accounts.store.ts'
import { recordEvent } from '../audit/audit.store.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import { voidResets } from '../recovery/void-resets.ts'
import { type Authority, isWithinReach } from '../roles/authority.ts'
import { endEverySession } from '../sessions/end-every-session.ts'
import { forgetDevices } from '../sessions/known-devices.store.ts'

export type UserMarked = { kind: 'marked' } | { kind: 'above-you' }

type Order = { accountId: string; authority: Authority }

/**
 * Somebody else may know the password: it opens nothing any more, every session ends, no device counts as known, and
 * nothing but a reset leads back in.
 */
export function createMarkUserCompromised({ db, clock }: { db: Db; clock: Clock }) {
  return async function markUserCompromised({ accountId, authority }: Order): Promise<UserMarked> {
    return db.transaction().execute(async tx => {
      await lockAccount(tx, accountId)
      if (!(await isWithinReach(tx, { authority, accountId }))) return { kind: 'above-you' as const }
      const at = clock.now()
      await markCompromised(tx, accountId, at)
      await endEverySession(tx, { accountId, because: 'compromised' })
      await forgetDevices(tx, accountId)
      await voidResets(tx, { accountId, reason: 'compromised', at })
      await recordEvent(tx, { at, action: 'marked-compromised', ...authority, accountId })
      return { kind: 'marked' as const }
    })
  }
}

export type MarkUserCompromised = ReturnType<typeof createMarkUserCompromised>
