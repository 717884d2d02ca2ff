import { sql } from 'kysely'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

/** Undefined if the name is taken. */
export async function insertTerritory(tx: Tx, name: string): Promise<string | undefined> {
  const row = await tx
    .insertInto('territories')
    .values({ name })
    .onConflict(conflict => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Counts these territories and locks them until the transaction ends, so none is removed meanwhile. */
export async function countTerritories(tx: Tx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  return (await tx.selectFrom('territories').select('id').where('id', 'in', ids).forKeyShare().execute()).length
}

export async function listTerritoriesByName(db: Queryable) {
  const rows = await db
    .selectFrom('territories as t')
    .select(['t.id', 't.name'])
    .select(eb => [
      eb
        .selectFrom('retailers as r')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .whereRef('r.territory_id', '=', 't.id')
        .as('retailers'),
      eb
        .selectFrom('user_territories as u')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .whereRef('u.territory_id', '=', 't.id')
        .as('users'),
    ])
    .orderBy('t.name')
    .execute()
  return rows.map(({ id, name, retailers, users }) => ({
    id,
    name,
    retailers: Number(retailers),
    users: Number(users),
  }))
}

/** Locks one territory until the transaction ends, so it can't be given to a user or retailer meanwhile. */
export async function lockTerritory(tx: Tx, id: string): Promise<{ name: string } | undefined> {
  return tx.selectFrom('territories').select('name').where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function isTerritoryNameTaken(tx: Tx, { name, exceptId }: { name: string; exceptId: string }) {
  const named = tx.selectFrom('territories').select('id').where('name', '=', name).where('id', '!=', exceptId)
  return (await named.executeTakeFirst()) !== undefined
}

export async function renameTerritory(tx: Tx, { id, name }: { id: string; name: string }): Promise<void> {
  await tx.updateTable('territories').set({ name }).where('id', '=', id).execute()
}

/** True if the territory was not in use, so it was removed. */
export async function deleteUnusedTerritory(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('territories')
    .where('id', '=', id)
    .where(({ and, not, exists, selectFrom }) =>
      and([
        not(exists(selectFrom('retailers').select('id').where('territory_id', '=', id))),
        not(exists(selectFrom('user_territories').select('account_id').where('territory_id', '=', id))),
      ]),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function listTerritoryIdsOf(db: Queryable, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('user_territories')
    .select('territory_id')
    .where('account_id', '=', accountId)
    .orderBy('territory_id')
    .execute()
  return rows.map(row => row.territory_id)
}

/** Sets the territories whose retailers a rep sees. */
export async function giveTerritories(
  tx: Tx,
  { accountId, territoryIds }: { accountId: string; territoryIds: readonly string[] },
): Promise<void> {
  await tx.deleteFrom('user_territories').where('account_id', '=', accountId).execute()
  const rows = territoryIds.map(territoryId => ({ account_id: accountId, territory_id: territoryId }))
  if (rows.length > 0) await tx.insertInto('user_territories').values(rows).execute()
}

/** Sets the territories of several users together. */
export async function giveTerritoriesToMany(
  tx: Tx,
  given: readonly { accountId: string; territoryIds: readonly string[] }[],
): Promise<void> {
  if (given.length === 0) return
  const accountIds = given.map(({ accountId }) => accountId)
  await tx.deleteFrom('user_territories').where('account_id', '=', sql<string>`any(${accountIds}::uuid[])`).execute()
  const pairs = given.flatMap(({ accountId, territoryIds }) =>
    territoryIds.map(territoryId => ({ accountId, territoryId })),
  )
  await sql`insert into user_territories (account_id, territory_id)
    select r."accountId", r."territoryId"
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r ("accountId" uuid, "territoryId" uuid)`.execute(tx)
}
