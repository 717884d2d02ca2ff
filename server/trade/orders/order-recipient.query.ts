import type { OrderKind } from '../../../shared/contract/order-status.ts'
import type { Queryable } from '../../platform/database/tables.ts'

export type OrderRecipient = { kind: OrderKind; accountId: string; email: string }

/** The contact whom the rep named, or who ordered on the website. Undefined without an active contact. */
export async function findRecipient(db: Queryable, orderId: string): Promise<OrderRecipient | undefined> {
  return db
    .selectFrom('orders as o')
    .innerJoin('contacts as c', join =>
      join.on(eb => eb('c.account_id', '=', eb.fn.coalesce('o.contact_id', 'o.account_id'))),
    )
    .innerJoin('accounts as a', 'a.id', 'c.account_id')
    .select(['o.kind', 'c.account_id as accountId', 'c.email'])
    .where('o.id', '=', orderId)
    .where('a.is_active', '=', true)
    .executeTakeFirst()
}
