import type { AppPerson } from '../../../shared/contract/app.ts'
import { fullNameOf } from '../../../shared/names/full-name.ts'
import type { Rep } from '../../entry/oidc/find-rep.ts'
import { isMailUsername } from '../../people/accounts/username.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listTerritoriesOf } from './pull.query.ts'

type Needs = { db: Db; clock: Clock; config: { isDrill: boolean } }

/** Reads who is signed in to the app, and the parts of the organisation that it shows. */
export function createReadMe({ db, clock, config }: Needs) {
  return async function readMe({ account, signInEndsAt }: Rep): Promise<AppPerson> {
    const [{ name, contactLine, currency, hiddenAfterDays, timeZone }, territories] = await Promise.all([
      getOrganisation(db),
      listTerritoriesOf(db, account.id),
    ])
    return {
      accountId: account.id,
      username: account.username,
      fullName: fullNameOf(account),
      userType: account.userType === 'dual' ? 'dual' : 'device',
      canResetByMail: isMailUsername(account.username),
      organisation: { name, contactLine },
      territories,
      sessionEndsAt: signInEndsAt.toISOString(),
      serverTime: clock.now().toISOString(),
      currency,
      timeZone,
      hiddenAfterDays,
      ...(config.isDrill && { isDrill: true as const }),
    }
  }
}
