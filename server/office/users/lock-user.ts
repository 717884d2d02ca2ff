import { voidResets } from '../../entry/recovery/void-resets.ts'
import { lockAccount, setLocked } from '../../people/accounts/accounts.store.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import { isLastWithFullRights } from '../../people/roles/roles.store.ts'
import { endEverySession } from '../../people/sessions/end-every-session.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

export type UserLocked =
  | { kind: 'locked'; sessionsEnded: number }
  | { kind: 'was-locked' }
  | { kind: 'above-you' }
  | { kind: 'yourself' }
  | { kind: 'last-administrator' }

type Command = { accountId: string; authority: Authority }

/**
 * Locks a user out until an administrator unlocks: no password and no reset opens the account. The licence stays taken.
 * The apps are told that an administrator signed the user out, not that the account is closed. A lock says "not now",
 * so a rep's captured items stay on the device and are sent after the next sign-in.
 */
export function createLockUser({ db, clock }: { db: Db; clock: Clock }) {
  return async function lockUser({ accountId, authority }: Command): Promise<UserLocked> {
    if (authority.actor === 'administrator' && authority.actorAccountId === accountId) return { kind: 'yourself' }
    return db.transaction().execute(async tx => {
      const account = await lockAccount(tx, accountId)
      if (!(await isWithinReach(tx, { authority, accountId }))) return { kind: 'above-you' as const }
      if (account.lockedAt) return { kind: 'was-locked' as const }
      if (await isLastWithFullRights(tx, accountId)) return { kind: 'last-administrator' as const }
      const at = clock.now()
      await setLocked(tx, { id: accountId, at })
      const { ended } = await endEverySession(tx, { accountId, because: 'signed-out-by-admin' })
      await voidResets(tx, { accountId, reason: 'locked', at })
      await recordEvent(tx, { at, action: 'user-locked', ...authority, accountId })
      return { kind: 'locked' as const, sessionsEnded: ended }
    })
  }
}
