import type { Queryable } from '../../platform/database/tables.ts'

export async function findAccountNumber(db: Queryable, retailerId: string): Promise<string | undefined> {
  const row = await db.selectFrom('retailers').select('account_number').where('id', '=', retailerId).executeTakeFirst()
  return row?.account_number
}

/** The name of the retailer's price list; null without one. Undefined for a retailer that doesn't exist. */
export async function findListOfRetailer(
  db: Queryable,
  retailerId: string,
): Promise<{ name: string | null } | undefined> {
  return db
    .selectFrom('retailers as r')
    .leftJoin('price_lists as l', 'l.id', 'r.price_list_id')
    .select('l.name')
    .where('r.id', '=', retailerId)
    .executeTakeFirst()
}
