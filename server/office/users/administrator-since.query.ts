import { sql } from 'kysely'
import type { Queryable } from '../../platform/database/tables.ts'

/**
 * True if the account became an administrator since then: it is new, was reopened or unlocked, or its type, its role or
 * the rights of the role changed. The holder of one session could create a second administrator in each of these ways.
 */
export async function isAdministratorSince(
  db: Queryable,
  { accountId, since }: { accountId: string; since: Date },
): Promise<boolean> {
  const { rows } = await sql<{ is_new: boolean }>`
    select a.created_at > ${since}
      or exists (select from audit_events e where e.account_id = a.id and e.at > ${since}
        and (e.action in ('user-added', 'user-reactivated', 'account-unlocked')
          or (e.action = 'user-changed' and (e.details->>'type' = 'true' or e.details->>'role' = 'true'))))
      or exists (select from audit_events e where e.account_id is null and e.at > ${since}
        and e.action in ('role-added', 'role-changed') and e.details->>'role' = u.role_id::text) as is_new
    from accounts a join users u on u.account_id = a.id
    where a.id = ${accountId}`.execute(db)
  return rows[0]?.is_new ?? true
}
