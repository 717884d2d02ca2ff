import { minuteMs } from '../../../shared/time.ts'
import { getAccount } from '../../people/accounts/accounts.store.ts'
import { contextOfPage } from '../../people/accounts/password-context.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { meterFor } from '../../platform/passwords/meter.ts'
import type { PasswordRule } from '../../platform/passwords/password-rule.ts'
import type { ResetPair } from './recovery.store.ts'

/** Prepares the reset screen of a live link: its account, its expiry, and the context of its strength meter. */
export function createPrepareResetPage({ db, clock, rule }: { db: Db; clock: Clock; rule: PasswordRule }) {
  return async function prepareResetPage({ accountId, expiresAt }: Pick<ResetPair, 'accountId' | 'expiresAt'>) {
    const account = await getAccount(db, accountId)
    // A link alone proves little. The meter gets only what the page shows anyway; the server applies the complete rule.
    const context = contextOfPage(account, await getOrganisation(db))
    return {
      username: account.username,
      minutesLeft: Math.max(1, Math.ceil((expiresAt.getTime() - clock.now().getTime()) / minuteMs)),
      strength: meterFor(rule, context),
    }
  }
}

export type PrepareResetPage = ReturnType<typeof createPrepareResetPage>
