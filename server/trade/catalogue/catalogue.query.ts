import type { Queryable } from '../../platform/database/tables.ts'

export type RetailerState = { territoryId: string | null; isActive: boolean }

export async function findRetailer(db: Queryable, id: string): Promise<RetailerState | undefined> {
  const row = await db
    .selectFrom('retailers')
    .select(['territory_id', 'is_active'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { territoryId: row.territory_id, isActive: row.is_active }
}

/** Lists which of these products exist, sold or not. */
export async function listKnownProducts(db: Queryable, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('products').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}

export type Offer = { name: string; priceCents: number }

/** The current price of each of these products for a retailer: its own price if it has one. */
export async function listOffers(
  db: Queryable,
  { retailerId, productIds }: { retailerId: string; productIds: readonly string[] },
): Promise<Map<string, Offer>> {
  const rows = await db
    .selectFrom('products as p')
    .leftJoin('prices as s', join => join.onRef('s.product_id', '=', 'p.id').on('s.retailer_id', '=', retailerId))
    .select(({ fn }) => ['p.id', 'p.name', fn.coalesce('s.price_cents', 'p.price_cents').as('price_cents')])
    .where('p.id', 'in', productIds)
    .where('p.is_active', '=', true)
    .execute()
  return new Map(rows.map(row => [row.id, { name: row.name, priceCents: row.price_cents }]))
}

/** The territory of the contact's retailer, if that retailer is open and has one. */
export async function findTerritoryOfContact(db: Queryable, contactId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('contacts as c')
    .innerJoin('retailers as r', 'r.id', 'c.retailer_id')
    .select('r.territory_id')
    .where('c.account_id', '=', contactId)
    .where('r.is_active', '=', true)
    .executeTakeFirst()
  return row?.territory_id ?? undefined
}
