import { exceed, type Rights } from '../../shared/contract/rights.ts'
import type { TimelineEntry, UserDetails } from '../../shared/contract/users.ts'
import { listTerritoryIdsOf } from '../accounts/territories.store.ts'
import { isMailUsername } from '../accounts/username.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/tables.ts'
import { getRightsOf } from '../roles/roles.store.ts'
import type { ListSessions } from '../sessions/read-session.ts'
import { toSummary } from './list-users.ts'
import { findUserRow, listEventsOf, listMailsOf } from './users.query.ts'

type Needs = { db: Db; clock: Clock; listSessions: ListSessions }
type Asked = { accountId: string; by: { accountId: string; rights: Rights } }

/** Everything that an administrator sees of one user; nothing if nobody has that id, or a contact. */
export function createReadUser({ db, clock, listSessions }: Needs) {
  return async function readUser({ accountId, by }: Asked): Promise<UserDetails | undefined> {
    const row = await findUserRow(db, { id: accountId, now: clock.now() })
    if (!row) return undefined
    const [theirs, sessions, timeline, territoryIds] = await Promise.all([
      getRightsOf(db, accountId),
      listSessions(accountId),
      readTimeline(db, accountId),
      listTerritoryIdsOf(db, accountId),
    ])
    return {
      ...toSummary(row),
      givenName: row.given_name,
      familyName: row.family_name,
      emailTo: row.email_to,
      roleId: row.role_id,
      territoryIds,
      mailAddress: isMailUsername(row.username) ? row.username : null,
      isWithinReach: !exceed(theirs, { mine: by.rights }),
      isYou: by.accountId === accountId,
      sessions: sessions.map(({ id, device, network, createdAt, lastSeenAt }) => ({
        id,
        device,
        network,
        startedAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      })),
      timeline,
    }
  }
}

export type ReadUser = ReturnType<typeof createReadUser>

async function readTimeline(db: Db, accountId: string): Promise<TimelineEntry[]> {
  const [events, mails] = await Promise.all([listEventsOf(db, accountId), listMailsOf(db, accountId)])
  const entries = [
    ...events.map(({ at, action, actor, actor_account_id, by, network, device }) => ({
      at,
      what: action,
      by: actor_account_id === accountId ? null : (by ?? (actor === 'self' ? null : actor)),
      network,
      device,
      mail: null,
    })),
    ...mails.map(({ created_at, kind, state, attempts, last_answer }) => ({
      at: created_at,
      what: kind,
      by: null,
      network: null,
      device: null,
      mail: { state, attempts, lastAnswer: last_answer },
    })),
  ]
  return entries
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .map(entry => ({ ...entry, at: entry.at.toISOString() }))
}
