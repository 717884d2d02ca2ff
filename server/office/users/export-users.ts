import type { UserQuery } from '../../../shared/contract/users.ts'
import { byteOrderMark, toCsvLine } from '../../../shared/csv/csv.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { toSummary } from './list-users.ts'
import { countUsers, usersPage } from './users.query.ts'

const most = 100_000
const heading = ['Username', 'Full name', 'User type', 'Has device', 'Role', 'Status', 'Last sign-in', 'Mail']

/** Exports the complete search of the list as comma-separated values (RFC 4180). */
export function createExportUsers({ db, clock }: { db: Db; clock: Clock }) {
  return async function exportUsers(query: UserQuery): Promise<string> {
    const total = await countUsers(db, query)
    const rows = await usersPage(db, { ...query, page: 1, size: most, total, now: clock.now() }).execute()
    const lines = rows
      .map(toSummary)
      .map(user => [
        user.username,
        user.fullName,
        user.userType,
        user.hasDevice ? 'yes' : 'no',
        user.role ?? '',
        user.status,
        user.lastSignInAt ?? '',
        user.isMailFailing ? 'failing' : '',
      ])
    return byteOrderMark + [heading, ...lines].map(toCsvLine).join('')
  }
}
