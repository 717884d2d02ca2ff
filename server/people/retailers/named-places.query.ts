import { sql } from 'kysely'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

/** The ids of territories by name. They can't be removed until the transaction ends. */
export async function findTerritoriesByName(tx: Tx, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('territories')
    .select(['id', 'name'])
    .where('name', '=', sql<string>`any(${[...new Set(names)]})`)
    .forKeyShare()
    .execute()
  return new Map(rows.map(({ name, id }) => [name, id]))
}

/** The ids of price lists by name in lower case. */
export async function findPriceListsByName(db: Queryable, names: readonly string[]): Promise<Map<string, string>> {
  const lower = sql<string>`lower(name)`
  const rows = await db
    .selectFrom('price_lists')
    .select(['id', lower.as('key')])
    .where(lower, '=', sql<string>`any(${[...new Set(names.map(name => name.toLowerCase()))]})`)
    .execute()
  return new Map(rows.map(({ key, id }) => [key, id]))
}
