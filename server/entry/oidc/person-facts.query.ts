import type { Queryable } from '../../platform/database/tables.ts'

/** The name of a user's role; undefined for a user without one and for a contact. */
export async function findRoleName(db: Queryable, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('users as u')
    .innerJoin('roles as r', 'r.id', 'u.role_id')
    .select('r.name')
    .where('u.account_id', '=', accountId)
    .executeTakeFirst()
  return row?.name
}

/** The names of a user's territories, sorted. */
export async function listTerritoryNames(db: Queryable, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('user_territories as u')
    .innerJoin('territories as t', 't.id', 'u.territory_id')
    .select('t.name')
    .where('u.account_id', '=', accountId)
    .orderBy('t.name')
    .execute()
  return rows.map(({ name }) => name)
}

/** The retailer that a contact belongs to. */
export async function findRetailerOf(
  db: Queryable,
  accountId: string,
): Promise<{ account_number: string; name: string } | undefined> {
  return db
    .selectFrom('contacts as c')
    .innerJoin('retailers as r', 'r.id', 'c.retailer_id')
    .select(['r.account_number', 'r.name'])
    .where('c.account_id', '=', accountId)
    .executeTakeFirst()
}
