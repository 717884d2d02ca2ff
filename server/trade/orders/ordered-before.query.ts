import type { Queryable } from '../../platform/database/tables.ts'

/** True for an active contact of this retailer. */
export async function isContactOf(db: Queryable, contact: { contactId: string; retailerId: string }): Promise<boolean> {
  const row = await db
    .selectFrom('contacts as c')
    .innerJoin('accounts as a', 'a.id', 'c.account_id')
    .select('c.account_id')
    .where('c.account_id', '=', contact.contactId)
    .where('c.retailer_id', '=', contact.retailerId)
    .where('a.is_active', '=', true)
    .executeTakeFirst()
  return row !== undefined
}

type Question = { retailerId: string; productIds: readonly string[] }

/** Lists at which prices a retailer has ordered each of these products. */
export async function listPaidPrices(
  db: Queryable,
  { retailerId, productIds }: Question,
): Promise<Map<string, Set<number>>> {
  const rows = await db
    .selectFrom('orders as o')
    .innerJoin('order_lines as l', 'l.order_id', 'o.id')
    .select(['l.product_id', 'l.price_cents'])
    .distinct()
    .where('o.retailer_id', '=', retailerId)
    .where('o.kind', '=', 'order')
    .where('l.product_id', 'in', productIds)
    .execute()
  const byProduct = Map.groupBy(rows, row => row.product_id)
  return new Map([...byProduct].map(([id, of]) => [id, new Set(of.map(row => row.price_cents))]))
}
