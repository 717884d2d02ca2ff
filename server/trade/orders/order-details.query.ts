import { sql } from 'kysely'
import type { HistoryActor } from '../../../shared/contract/order-lists.ts'
import type { OrderStatus } from '../../../shared/contract/order-status.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { type FoundOrder, orderColumns } from './order-columns.store.ts'

type Numbered = { id: string; number: string } | null
export type FoundDetails = FoundOrder & {
  is_active: boolean
  contact: { id: string; name: string } | null
  quote: Numbered
  became: Numbered
}

export async function findOrder(db: Queryable, id: string): Promise<FoundDetails | undefined> {
  const { rows } = await sql<FoundDetails>`select ${orderColumns}, r.is_active,
      (select json_build_object('id', c.id, 'name', coalesce(nullif(trim(c.given_name || ' ' || c.family_name), ''), c.username))
        from accounts c where c.id = o.contact_id) as contact,
      (select json_build_object('id', q.id, 'number', q.number) from orders q where q.id = o.quote_id) as quote,
      (select json_build_object('id', q.id, 'number', q.number) from orders q where q.quote_id = o.id) as became
    from orders o join retailers r on r.id = o.retailer_id join accounts a on a.id = o.account_id
    where o.id = ${id}::uuid`.execute(db)
  return rows[0]
}

export type HistoryRow = { at: Date; status: OrderStatus; actor: HistoryActor; by: string | null }

/** Who changed the status, by the current name of the account or the service token. */
export async function listHistory(db: Queryable, orderId: string): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`select e.at, e.status, e.actor,
      coalesce(nullif(trim(a.given_name || ' ' || a.family_name), ''), a.username, t.name) as by
    from order_events e left join accounts a on a.id = e.account_id left join service_tokens t on t.id = e.token_id
    where e.order_id = ${orderId}::uuid order by e.at, e.id`.execute(db)
  return rows
}
