import type { UserPage, UserQuery, UserSummary } from '../../../shared/contract/users.ts'
import { fullNameOf } from '../../../shared/names/full-name.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { countUsers, type UserRow, usersPage } from './users.query.ts'

/** Lists one page of the users that match a search, with the total. */
export function createListUsers({ db, clock }: { db: Db; clock: Clock }) {
  return async function listUsers(query: UserQuery): Promise<UserPage> {
    const total = await countUsers(db, query)
    const rows = await usersPage(db, { ...query, total, now: clock.now() }).execute()
    return { users: rows.map(toSummary), total, page: query.page, size: query.size }
  }
}

export function toSummary(row: UserRow): UserSummary {
  return {
    id: row.id,
    username: row.username,
    fullName: fullNameOf({ givenName: row.given_name, familyName: row.family_name }),
    userType: row.user_type,
    hasDevice: Boolean(row.has_device),
    role: row.role,
    status: row.status,
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
    isMailFailing: Boolean(row.is_mail_failing),
  }
}
