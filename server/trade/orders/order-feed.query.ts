import { sql } from 'kysely'
import type { OrderFeed } from '../../../shared/contract/integration.ts'
import type { Queryable } from '../../platform/database/tables.ts'

export type FeedOrder = OrderFeed['orders'][number] & { stamp: string }

/** The position after an order, and the transaction to stop at. */
type Span = { stamp: string; id: string; below: string; most: number }

const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/**
 * The next orders by their last change. All of them committed before `below`, the oldest running transaction, so an order
 * that commits later can't come before one that was returned.
 */
export async function listOrdersAfter(db: Queryable, { stamp, id, below, most }: Span): Promise<FeedOrder[]> {
  const { rows } = await sql<FeedOrder>`
    select o.id, o.changed_in::text as stamp, o.number, o.kind, o.source, o.status, r.account_number as "accountNumber",
      a.username as "orderedBy", ${iso('o.captured_at')} as "capturedAt", ${iso('o.received_at')} as "receivedAt", o.note,
      o.customer_note as "customerNote", o.purchase_order as "purchaseOrder", o.requested_day as "requestedDay",
      o.valid_until as "validUntil",
      o.quote_id as "quoteId", o.total_cents::float8 as "totalCents",
      (select coalesce(json_agg(json_build_object('code', p.code, 'quantity', l.quantity, 'priceCents', l.price_cents)
        order by l.place), '[]') from order_lines l join products p on p.id = l.product_id where l.order_id = o.id) as lines
    from orders o join retailers r on r.id = o.retailer_id join accounts a on a.id = o.account_id
    where (o.changed_in, o.id) > (${stamp}::bigint, ${id}::uuid) and o.changed_in < ${below}::bigint
    order by o.changed_in, o.id limit ${most}`.execute(db)
  return rows
}
