import { sql } from 'kysely'
import { moduleNames, noRights, type Rights } from '../../shared/contract/rights.ts'
import type { Queryable, Tx } from '../database/tables.ts'

/** What the role of the account gives: nothing without one, and nothing to a type that the admin site is not for. */
export async function getRightsOf(db: Queryable, accountId: string): Promise<Rights> {
  const row = await db
    .selectFrom('users as u')
    .innerJoin('roles as r', 'r.id', 'u.role_id')
    .select(moduleNames.map(module => `r.${module}` as const))
    .where('u.account_id', '=', accountId)
    .where('u.user_type', 'in', ['admin', 'dual'])
    .executeTakeFirst()
  return row ?? noRights
}

export async function findRoleOf(db: Queryable, accountId: string): Promise<string | null> {
  const row = await db.selectFrom('users').select('role_id').where('account_id', '=', accountId).executeTakeFirst()
  return row?.role_id ?? null
}

export async function findRightsOfRole(db: Queryable, roleId: string): Promise<Rights | undefined> {
  return db.selectFrom('roles').select(moduleNames).where('id', '=', roleId).executeTakeFirst()
}

export async function listRolesByName(db: Queryable): Promise<{ id: string; name: string; rights: Rights }[]> {
  const rows = await db.selectFrom('roles').selectAll().orderBy('name').execute()
  return rows.map(({ id, name, ...rights }) => ({ id, name, rights }))
}

/**
 * Whether nobody but this account could do everything. Held until the transaction ends, so that two who deactivate each
 * other do not both see the other still there.
 */
export async function isLastWithFullRights(tx: Tx, accountId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('last-with-full-rights'))`.execute(tx)
  const rows = await tx
    .selectFrom('users as u')
    .innerJoin('accounts as a', 'a.id', 'u.account_id')
    .innerJoin('roles as r', 'r.id', 'u.role_id')
    .select('a.id')
    .where('a.is_active', '=', true)
    .where('a.locked_at', 'is', null)
    .where('u.has_licence', '=', true)
    .where('u.user_type', 'in', ['admin', 'dual'])
    .where(eb => eb.and(moduleNames.map(module => eb(`r.${module}`, '=', 'write'))))
    .limit(2)
    .execute()
  return rows.length === 1 && rows[0]?.id === accountId
}
