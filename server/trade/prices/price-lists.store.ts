import { type Insertable, sql } from 'kysely'
import type { ListPricesTable } from '../../platform/database/field-tables.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'
import type { PriceKey, PriceValue } from './judge-price.ts'

export type NewListPrice = Omit<Insertable<ListPricesTable>, 'changed_in'>

/** Undefined if a price list has this name. */
export async function insertPriceList(tx: Tx, name: string): Promise<string | undefined> {
  const row = await tx
    .insertInto('price_lists')
    .values({ name })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function insertListPrices(tx: Tx, prices: readonly NewListPrice[]): Promise<void> {
  for (const part of inParts(prices)) await tx.insertInto('list_prices').values(part).execute()
}

/** Names of price lists are compared without regard to case. */
export const listKey = (name: string): string => name.toLowerCase()

/** The ids of price lists by `listKey`. A list that doesn't exist is added. */
export async function ensurePriceLists(tx: Tx, names: readonly string[]): Promise<Map<string, string>> {
  const byKey = new Map(names.toReversed().map(name => [listKey(name), name]))
  const known = await findPriceLists(tx, [...byKey.keys()])
  const missing = [...byKey].filter(([key]) => !known.has(key)).map(([, name]) => ({ name }))
  if (missing.length === 0) return known
  const inserting = tx.insertInto('price_lists').values(missing)
  await inserting.onConflict(conflict => conflict.doNothing()).execute()
  return findPriceLists(tx, [...byKey.keys()])
}

async function findPriceLists(db: Queryable, keys: readonly string[]): Promise<Map<string, string>> {
  const lower = sql<string>`lower(name)`
  const rows = await db
    .selectFrom('price_lists')
    .select(['id', lower.as('key')])
    .where(lower, '=', sql<string>`any(${keys})`)
    .execute()
  return new Map(rows.map(({ key, id }) => [key, id]))
}

type ListPriceKey = { price_list_id: string; product_id: string } & PriceKey
export type ListPriceRow = ListPriceKey & PriceValue

/** The rows of these keys, by the key as JSON. */
export async function findListPrices(tx: Tx, keys: readonly ListPriceKey[]): Promise<Map<string, ListPriceRow>> {
  const { rows } = await sql<ListPriceRow>`
    select p.price_list_id, p.product_id, p.minimum_quantity, p.valid_from, p.valid_until, p.price_cents
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k (price_list_id uuid, product_id uuid,
      minimum_quantity integer, valid_from date)
    join list_prices p on p.price_list_id = k.price_list_id and p.product_id = k.product_id
      and p.minimum_quantity = k.minimum_quantity and p.valid_from is not distinct from k.valid_from`.execute(tx)
  const keyOf = ({ valid_until: _, price_cents: __, ...key }: ListPriceRow) => JSON.stringify(key)
  return new Map(rows.map(row => [keyOf(row), row]))
}

export async function saveListPrices(tx: Tx, prices: readonly ListPriceRow[]): Promise<void> {
  await sql`insert into list_prices (price_list_id, product_id, minimum_quantity, valid_from, valid_until, price_cents)
    select r.price_list_id, r.product_id, r.minimum_quantity, r.valid_from, r.valid_until, r.price_cents
    from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb) as r (price_list_id uuid, product_id uuid,
      minimum_quantity integer, valid_from date, valid_until date, price_cents integer)
    on conflict on constraint list_prices_once do update
      set valid_until = excluded.valid_until, price_cents = excluded.price_cents`.execute(tx)
}

export async function findPriceListName(db: Queryable, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('price_lists').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name
}

/** Its name. Locked until the transaction ends: no retailer can get the list meanwhile. */
export async function lockPriceList(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.selectFrom('price_lists').select('name').where('id', '=', id).forUpdate().executeTakeFirst()
  return row?.name
}

export async function renamePriceList(tx: Tx, { id, name }: { id: string; name: string }): Promise<void> {
  await tx.updateTable('price_lists').set({ name }).where('id', '=', id).execute()
}

/** Deletes the list with its prices. */
export async function deletePriceList(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('price_lists').where('id', '=', id).execute()
}

export async function countRetailersOf(db: Queryable, priceListId: string): Promise<number> {
  const { count } = await db
    .selectFrom('retailers')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('price_list_id', '=', priceListId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** False if the list has no such price. */
export async function deleteListPrice(tx: Tx, { ownerId, id }: { ownerId: string; id: string }): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('list_prices')
    .where('id', '=', id)
    .where('price_list_id', '=', ownerId)
    .executeTakeFirst()
  return deleted.numDeletedRows > 0n
}
