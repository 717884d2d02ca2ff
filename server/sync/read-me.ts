import type { AppPerson } from '../../shared/contract/app.ts'
import { getOrganisation } from '../accounts/organisation.store.ts'
import { isMailUsername } from '../accounts/username.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import type { Rep } from '../oidc/find-rep.ts'
import { listTerritoriesOf } from './pull.query.ts'

type Needs = { db: Db; clock: Clock; config: { isDrill: boolean } }

/** Who is signed in to the app, and what of the organisation it shows. */
export function createReadMe({ db, clock, config }: Needs) {
  return async function readMe({ account, signInEndsAt }: Rep): Promise<AppPerson> {
    const [{ name, contactLine, currency, hiddenAfterDays }, territories] = await Promise.all([
      getOrganisation(db),
      listTerritoriesOf(db, account.id),
    ])
    return {
      accountId: account.id,
      username: account.username,
      fullName: `${account.givenName} ${account.familyName}`.trim(),
      userType: account.userType === 'dual' ? 'dual' : 'device',
      canResetByMail: isMailUsername(account.username),
      organisation: { name, contactLine },
      territories,
      sessionEndsAt: signInEndsAt.toISOString(),
      serverTime: clock.now().toISOString(),
      currency,
      hiddenAfterDays,
      ...(config.isDrill && { isDrill: true as const }),
    }
  }
}

export type ReadMe = ReturnType<typeof createReadMe>
