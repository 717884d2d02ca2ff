import { sql } from 'kysely'
import type { Queryable } from '../../platform/database/tables.ts'
import { isSold } from '../../trade/catalogue/sold-products.query.ts'
import { type FoundOrder, orderColumns } from '../../trade/orders/order-columns.store.ts'

type OrdersOf = { retailerId: string; before?: string | undefined; most: number }

const from = sql`orders o join retailers r on r.id = o.retailer_id join accounts a on a.id = o.account_id`

/** The retailer's orders, quotes and returns, newest first, of reps and contacts. */
export async function listOrdersOf(db: Queryable, { retailerId, before, most }: OrdersOf): Promise<FoundOrder[]> {
  const later = before
    ? sql`(o.received_at, o.id) < ((select b.received_at from orders b where b.id = ${before}::uuid
        and b.retailer_id = ${retailerId}::uuid), ${before}::uuid)`
    : sql`true`
  const { rows } = await sql<FoundOrder>`select ${orderColumns} from ${from}
    where o.retailer_id = ${retailerId}::uuid and ${later} order by o.received_at desc, o.id desc limit ${most}`.execute(
    db,
  )
  return rows
}

/** Orders that are still on their way, newest first. */
export async function listOpenOrders(db: Queryable, { retailerId, most }: OrdersOf): Promise<FoundOrder[]> {
  const { rows } = await sql<FoundOrder>`select ${orderColumns} from ${from}
    where o.retailer_id = ${retailerId}::uuid and o.kind = 'order' and o.status in ('received', 'on-hold', 'confirmed', 'shipped')
      and o.received_at > now() - interval '1 year'
    order by o.received_at desc, o.id desc limit ${most}`.execute(db)
  return rows
}

/** The newest order that was not cancelled. */
export async function findLastOrder(db: Queryable, retailerId: string): Promise<FoundOrder | undefined> {
  const { rows } = await sql<FoundOrder>`select ${orderColumns} from ${from}
    where o.retailer_id = ${retailerId}::uuid and o.kind = 'order' and o.status <> 'cancelled'
    order by o.received_at desc, o.id desc limit 1`.execute(db)
  return rows[0]
}

export type UsualProduct = { productId: string; orders: number; lastQuantity: number }

/** What a retailer orders most often since then, with the quantity of the last time. Only what it may still buy. */
export async function listUsualProducts(
  db: Queryable,
  { retailerId, since, most }: { retailerId: string; since: Date; most: number },
): Promise<UsualProduct[]> {
  const { rows } = await sql<UsualProduct>`select l.product_id as "productId", count(distinct o.id)::integer as orders,
      (array_agg(l.quantity order by o.captured_at desc, l.place))[1] as "lastQuantity"
    from orders o join order_lines l on l.order_id = o.id join products p on p.id = l.product_id
    where o.retailer_id = ${retailerId}::uuid and o.kind = 'order' and o.status <> 'cancelled' and o.captured_at > ${since}
      and ${isSold('p')}
    group by l.product_id order by 2 desc, max(o.captured_at) desc, l.product_id limit ${most}`.execute(db)
  return rows
}
