import { exceed, type Rights } from '../../../shared/contract/rights.ts'
import type { UserDetails } from '../../../shared/contract/users.ts'
import { isMailUsername } from '../../people/accounts/username.ts'
import type { ExplainSignIn } from '../../people/diagnosis/explain-sign-in.ts'
import { getRightsOf } from '../../people/roles/roles.store.ts'
import type { ListSessions } from '../../people/sessions/read-session.ts'
import { listTerritoryIdsOf } from '../../people/territories/territories.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { toSummary } from './list-users.ts'
import { type ListApps, readDevices, readSessions } from './read-signed-in.ts'
import { findImageTime } from './user-images.store.ts'
import { findUserRow } from './users.query.ts'

type Needs = { db: Db; clock: Clock; listSessions: ListSessions; listApps: ListApps; explainSignIn: ExplainSignIn }
type UserQuery = { accountId: string; by: { accountId: string; rights: Rights } }

/** Reads everything that an administrator sees of one user. Returns nothing for an unknown id or a contact. */
export function createReadUser({ db, clock, listSessions, listApps, explainSignIn }: Needs) {
  return async function readUser({ accountId, by }: UserQuery): Promise<UserDetails | undefined> {
    const row = await findUserRow(db, { id: accountId, now: clock.now() })
    if (!row) return undefined
    const [theirs, sessions, devices, explained, territoryIds, imageAt] = await Promise.all([
      getRightsOf(db, accountId),
      readSessions({ db, listSessions, listApps }, { accountId, now: clock.now() }),
      readDevices(db, accountId),
      explainSignIn(accountId),
      listTerritoryIdsOf(db, accountId),
      findImageTime(db, accountId),
    ])
    return {
      ...toSummary(row),
      givenName: row.given_name,
      familyName: row.family_name,
      emailTo: row.email_to,
      receivesSystemMessages: row.receives_system_messages,
      image: imageAt?.toISOString() ?? null,
      roleId: row.role_id,
      territoryIds,
      mailAddress: isMailUsername(row.username) ? row.username : null,
      isWithinReach: !exceed(theirs, { mine: by.rights }),
      isYou: by.accountId === accountId,
      sessions,
      devices,
      ...explained,
    }
  }
}
