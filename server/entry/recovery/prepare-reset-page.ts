import { getAccount } from '../../people/accounts/accounts.store.ts'
import { contextOfPage } from '../../people/accounts/password-context.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { meterFor } from '../../platform/passwords/meter.ts'
import type { PasswordRule } from '../../platform/passwords/password-rule.ts'
import type { ResetPair } from './recovery.store.ts'

/** What the reset screen says of a live link: whose it is, for how long, and what its meter may know. */
export function createPrepareResetPage({ db, clock, rule }: { db: Db; clock: Clock; rule: PasswordRule }) {
  return async function prepareResetPage({ accountId, expiresAt }: Pick<ResetPair, 'accountId' | 'expiresAt'>) {
    const account = await getAccount(db, accountId)
    // A link alone proves little: the server applies the whole rule, and the meter what the page shows anyway.
    const context = contextOfPage(account, await getOrganisation(db))
    return {
      username: account.username,
      minutesLeft: Math.max(1, Math.ceil((expiresAt.getTime() - clock.now().getTime()) / 60_000)),
      strength: meterFor(rule, context),
    }
  }
}

export type PrepareResetPage = ReturnType<typeof createPrepareResetPage>
