import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { lockAccount, setLocked } from '../accounts/accounts.store.ts'
import { clearFailures } from '../guessing/failures.store.ts'
import { hashUsername } from '../guessing/hash-username.ts'
import { type Authority, isWithinReach } from '../roles/authority.ts'

export type AccountUnlocked = { kind: 'unlocked' } | { kind: 'above-you' }

type Command = { accountId: string; authority: Authority }

/**
 * Unlocks an account that an administrator or guessing has locked. The username's failures are cleared, a network's are
 * not. The password is unchanged.
 */
export function createUnlockAccount({ db, clock, secrets }: { db: Db; clock: Clock; secrets: Secrets }) {
  return async function unlockAccount({ accountId, authority }: Command): Promise<AccountUnlocked> {
    return db.transaction().execute(async tx => {
      const account = await lockAccount(tx, accountId)
      if (!(await isWithinReach(tx, { authority, accountId }))) return { kind: 'above-you' as const }
      await setLocked(tx, { id: accountId, at: null })
      await clearFailures(tx, hashUsername(secrets, account.usernameKey))
      const details = { wasLocked: account.lockedAt !== null }
      await recordEvent(tx, { at: clock.now(), action: 'account-unlocked', ...authority, accountId, details })
      return { kind: 'unlocked' as const }
    })
  }
}

export type UnlockAccount = ReturnType<typeof createUnlockAccount>
