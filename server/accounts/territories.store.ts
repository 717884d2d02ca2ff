import type { Tx } from '../database/tables.ts'

export async function insertTerritory(tx: Tx, name: string): Promise<string> {
  const row = await tx.insertInto('territories').values({ name }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Whose retailers a rep sees from now on. */
export async function giveTerritories(
  tx: Tx,
  { accountId, territoryIds }: { accountId: string; territoryIds: readonly string[] },
): Promise<void> {
  await tx.deleteFrom('user_territories').where('account_id', '=', accountId).execute()
  const rows = territoryIds.map(territoryId => ({ account_id: accountId, territory_id: territoryId }))
  if (rows.length > 0) await tx.insertInto('user_territories').values(rows).execute()
}
