import { type Insertable, sql } from 'kysely'
import type { PricesTable } from '../../platform/database/field-tables.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Tx } from '../../platform/database/tables.ts'
import type { PriceKey, PriceValue } from './judge-price.ts'

export type NewPrice = Omit<Insertable<PricesTable>, 'changed_in'>

export async function insertPrices(tx: Tx, prices: readonly NewPrice[]): Promise<void> {
  for (const part of inParts(prices)) await tx.insertInto('prices').values(part).execute()
}

type RetailerPriceKey = { retailer_id: string; product_id: string } & PriceKey
export type PriceRow = RetailerPriceKey & PriceValue

/** The prices of these keys, by the key as JSON. */
export async function findPrices(tx: Tx, keys: readonly RetailerPriceKey[]): Promise<Map<string, PriceRow>> {
  const { rows } = await sql<PriceRow>`
    select p.retailer_id, p.product_id, p.minimum_quantity, p.valid_from, p.valid_until, p.price_cents
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k (retailer_id uuid, product_id uuid,
      minimum_quantity integer, valid_from date)
    join prices p on p.retailer_id = k.retailer_id and p.product_id = k.product_id
      and p.minimum_quantity = k.minimum_quantity and p.valid_from is not distinct from k.valid_from`.execute(tx)
  const keyOf = ({ valid_until: _, price_cents: __, ...key }: PriceRow) => JSON.stringify(key)
  return new Map(rows.map(row => [keyOf(row), row]))
}

export async function savePrices(tx: Tx, prices: readonly PriceRow[]): Promise<void> {
  await sql`insert into prices (retailer_id, product_id, minimum_quantity, valid_from, valid_until, price_cents)
    select r.retailer_id, r.product_id, r.minimum_quantity, r.valid_from, r.valid_until, r.price_cents
    from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb) as r (retailer_id uuid, product_id uuid,
      minimum_quantity integer, valid_from date, valid_until date, price_cents integer)
    on conflict on constraint prices_once do update
      set valid_until = excluded.valid_until, price_cents = excluded.price_cents`.execute(tx)
}

/** False if the retailer has no such price. */
export async function deletePrice(tx: Tx, { ownerId, id }: { ownerId: string; id: string }): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('prices')
    .where('id', '=', id)
    .where('retailer_id', '=', ownerId)
    .executeTakeFirst()
  return deleted.numDeletedRows > 0n
}
