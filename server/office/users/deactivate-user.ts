import { voidResets } from '../../entry/recovery/void-resets.ts'
import { lockAccount, setActive } from '../../people/accounts/accounts.store.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import { isLastWithFullRights } from '../../people/roles/roles.store.ts'
import { endEverySession } from '../../people/sessions/end-every-session.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

export type UserDeactivated =
  | { kind: 'deactivated'; sessionsEnded: number }
  | { kind: 'was-inactive' }
  | { kind: 'above-you' }
  | { kind: 'yourself' }
  | { kind: 'last-administrator' }

type Command = { accountId: string; authority: Authority }

/** Closes an account: it cannot sign in, and all its sessions and resets end in the same transaction (ASVS 7.4.2). */
export function createDeactivateUser({ db, clock }: { db: Db; clock: Clock }) {
  return async function deactivateUser({ accountId, authority }: Command): Promise<UserDeactivated> {
    if (authority.actor === 'administrator' && authority.actorAccountId === accountId) return { kind: 'yourself' }
    return db.transaction().execute(async tx => {
      const account = await lockAccount(tx, accountId)
      if (!(await isWithinReach(tx, { authority, accountId }))) return { kind: 'above-you' as const }
      if (!account.isActive) return { kind: 'was-inactive' as const }
      if (await isLastWithFullRights(tx, accountId)) return { kind: 'last-administrator' as const }
      const at = clock.now()
      await setActive(tx, { id: accountId, isActive: false })
      const { ended } = await endEverySession(tx, { accountId, because: 'deactivated' })
      await voidResets(tx, { accountId, reason: 'deactivated', at })
      await recordEvent(tx, { at, action: 'user-deactivated', ...authority, accountId })
      return { kind: 'deactivated' as const, sessionsEnded: ended }
    })
  }
}
