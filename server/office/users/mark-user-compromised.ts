import { voidResets } from '../../entry/recovery/void-resets.ts'
import { lockAccount, markCompromised } from '../../people/accounts/accounts.store.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import { endEverySession } from '../../people/sessions/end-every-session.ts'
import { forgetDevices } from '../../people/sessions/known-devices.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

export type UserMarked = { kind: 'marked' } | { kind: 'above-you' }

type Command = { accountId: string; authority: Authority }

/**
 * Marks a password as possibly known to another person: it opens nothing any more, every session ends, no device counts
 * as known, and only a reset lets the user back in.
 */
export function createMarkUserCompromised({ db, clock }: { db: Db; clock: Clock }) {
  return async function markUserCompromised({ accountId, authority }: Command): Promise<UserMarked> {
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
