import type { OrderKind, OrderSource } from '../../../shared/contract/order-status.ts'
import type { Queryable } from '../../platform/database/tables.ts'

export type OrderRecipient = { kind: OrderKind; source: OrderSource; accountId: string; email: string }

/** The contact whom the rep named, or who ordered on the website. Undefined without an active contact. */
export async function findRecipient(db: Queryable, orderId: string): Promise<OrderRecipient | undefined> {
  return db
    .selectFrom('orders as o')
    .innerJoin('contacts as c', join =>
      join.on(eb => eb('c.account_id', '=', eb.fn.coalesce('o.contact_id', 'o.account_id'))),
    )
    .innerJoin('accounts as a', 'a.id', 'c.account_id')
    .select(['o.kind', 'o.source', 'c.account_id as accountId', 'c.email'])
    .where('o.id', '=', orderId)
    .where('a.is_active', '=', true)
    .executeTakeFirst()
}

/**
 * The reps of the retailer's territory who want messages of the system: an order on the website comes without them. A
 * username that is no address gets none.
 */
export async function listRepsToTell(db: Queryable, orderId: string): Promise<{ accountId: string; email: string }[]> {
  return db
    .selectFrom('orders as o')
    .innerJoin('retailers as r', 'r.id', 'o.retailer_id')
    .innerJoin('user_territories as t', 't.territory_id', 'r.territory_id')
    .innerJoin('users as u', 'u.account_id', 't.account_id')
    .innerJoin('accounts as a', 'a.id', 'u.account_id')
    .select(['a.id as accountId', 'a.username as email'])
    .where('o.id', '=', orderId)
    .where('u.user_type', 'in', ['device', 'dual'])
    .where('u.receives_system_messages', '=', true)
    .where('a.is_active', '=', true)
    .where('a.username', 'like', '%_@_%')
    .orderBy('a.id')
    .execute()
}
