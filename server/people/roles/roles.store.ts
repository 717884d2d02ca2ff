import { sql } from 'kysely'
import { moduleNames, noRights, type Rights } from '../../../shared/contract/rights.ts'
import { adminSiteTypes } from '../../../shared/contract/user-lists.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

type Role = { id: string; name: string; rights: Rights }

/** The rights of the account's role. None without a role, or for a user type without access to the admin site. */
export async function getRightsOf(db: Queryable, accountId: string): Promise<Rights> {
  const row = await db
    .selectFrom('users as u')
    .innerJoin('roles as r', 'r.id', 'u.role_id')
    .select(moduleNames.map(module => `r.${module}` as const))
    .where('u.account_id', '=', accountId)
    .where('u.user_type', 'in', adminSiteTypes)
    .executeTakeFirst()
  return row ?? noRights
}

export async function findRoleOf(db: Queryable, accountId: string): Promise<string | null> {
  const row = await db.selectFrom('users').select('role_id').where('account_id', '=', accountId).executeTakeFirst()
  return row?.role_id ?? null
}

/** The role's rights, locked until the caller's transaction ends: the role can't be changed or removed meanwhile. */
export async function findRightsOfRole(db: Queryable, roleId: string): Promise<Rights | undefined> {
  return db.selectFrom('roles').select(moduleNames).where('id', '=', roleId).forShare().executeTakeFirst()
}

/** The id of the role with this name, in whatever case it is written. */
export async function findRoleByName(db: Queryable, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('roles')
    .select('id')
    .where(({ fn }) => fn<string>('lower', ['name']), '=', name.trim().toLowerCase())
    .executeTakeFirst()
  return row?.id
}

export async function listRolesByName(db: Queryable): Promise<(Role & { holders: number })[]> {
  const rows = await db
    .selectFrom('roles as r')
    .selectAll('r')
    .select(eb => [
      eb
        .selectFrom('users as u')
        .select(({ fn }) => fn.countAll<string>().as('held'))
        .whereRef('u.role_id', '=', 'r.id')
        .as('holders'),
    ])
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, holders, ...rights }) => ({ id, name, rights, holders: Number(holders ?? 0) }))
}

/** Locks one role until the transaction ends, so it can't be given to a user meanwhile. */
export async function lockRole(tx: Tx, id: string): Promise<Role | undefined> {
  const row = await tx.selectFrom('roles').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return undefined
  const { name, id: _, ...rights } = row
  return { id, name, rights }
}

/** Undefined if the name is taken. */
export async function insertRole(tx: Tx, { name, rights }: Omit<Role, 'id'>): Promise<string | undefined> {
  const row = await tx
    .insertInto('roles')
    .values({ name, ...rights })
    .onConflict(conflict => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function isRoleNameTaken(tx: Tx, { name, id }: { name: string; id: string }): Promise<boolean> {
  const row = await tx
    .selectFrom('roles')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst()
  return row !== undefined
}

export async function updateRole(tx: Tx, { id, name, rights }: Role): Promise<void> {
  await tx
    .updateTable('roles')
    .set({ name, ...rights })
    .where('id', '=', id)
    .execute()
}

/** True if no user had the role, so it was removed. */
export async function deleteRoleWithoutHolders(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('roles')
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('users').select('account_id').where('role_id', '=', id))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('service_tokens').select('id').where('role_id', '=', id))),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * True if this account is the only one with full rights. Locked until the transaction ends: otherwise two
 * administrators who deactivate each other would each still see the other.
 */
export async function isLastWithFullRights(tx: Tx, accountId: string): Promise<boolean> {
  await holdFullRights(tx)
  const rows = await withFullRights(tx).limit(2).execute()
  return rows.length === 1 && rows[0]?.id === accountId
}

/** True if removing this role would leave no administrator with full rights. Locked until the transaction ends. */
export async function isLastFullRole(tx: Tx, roleId: string): Promise<boolean> {
  await holdFullRights(tx)
  return (await withFullRights(tx).where('r.id', '!=', roleId).limit(1).execute()).length === 0
}

async function holdFullRights(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('last-with-full-rights'))`.execute(tx)
}

const withFullRights = (tx: Tx) =>
  tx
    .selectFrom('users as u')
    .innerJoin('accounts as a', 'a.id', 'u.account_id')
    .innerJoin('roles as r', 'r.id', 'u.role_id')
    .select('a.id')
    .where('a.is_active', '=', true)
    .where('a.locked_at', 'is', null)
    .where('u.has_licence', '=', true)
    .where('u.user_type', 'in', adminSiteTypes)
    .where(eb => eb.and(moduleNames.map(module => eb(`r.${module}`, '=', 'write'))))
