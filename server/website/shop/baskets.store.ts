import { sql } from 'kysely'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type BasketFacts = { note: string; purchaseOrder: string; requestedDay: string | null }
export type Basket = BasketFacts & { orderKey: string }
export type BasketLine = { productId: string; quantity: number; seenCents: number }

const columns = [
  'order_key as orderKey',
  'note',
  'purchase_order as purchaseOrder',
  'requested_day as requestedDay',
] as const

export async function findBasket(db: Queryable, contactId: string): Promise<Basket | undefined> {
  return db.selectFrom('baskets').select(columns).where('contact_id', '=', contactId).executeTakeFirst()
}

/** Locked until the transaction ends, so that two devices change it one after the other. A new one is made if needed. */
export async function lockBasket(tx: Tx, contactId: string): Promise<Basket> {
  await tx
    .insertInto('baskets')
    .values({ contact_id: contactId, requested_day: null })
    .onConflict(conflict => conflict.column('contact_id').doNothing())
    .execute()
  return tx
    .selectFrom('baskets')
    .select(columns)
    .where('contact_id', '=', contactId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** The lines in the order in which the products were added. */
export async function listLinesOf(db: Queryable, contactId: string): Promise<BasketLine[]> {
  return db
    .selectFrom('basket_lines')
    .select(['product_id as productId', 'quantity', 'seen_cents as seenCents'])
    .where('contact_id', '=', contactId)
    .orderBy('id')
    .execute()
}

/** Sets the quantity of each product, new or not. */
export async function putLines(tx: Tx, contactId: string, lines: readonly BasketLine[]): Promise<void> {
  await sql`insert into basket_lines (contact_id, product_id, quantity, seen_cents)
    select ${contactId}::uuid, l."productId", l.quantity, l."seenCents"
    from rows from (jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as ("productId" uuid, quantity integer, "seenCents" integer)) with ordinality as l
    order by l.ordinality
    on conflict (contact_id, product_id) do update set quantity = excluded.quantity, seen_cents = excluded.seen_cents`.execute(
    tx,
  )
}

export async function removeLines(tx: Tx, contactId: string, productIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('basket_lines')
    .where('contact_id', '=', contactId)
    .where('product_id', '=', sql<string>`any(${sql.val(productIds)}::uuid[])`)
    .execute()
}

export async function saveBasketFacts(tx: Tx, contactId: string, facts: BasketFacts): Promise<void> {
  await tx
    .updateTable('baskets')
    .set({ note: facts.note, purchase_order: facts.purchaseOrder, requested_day: facts.requestedDay })
    .where('contact_id', '=', contactId)
    .execute()
}

/** After its order: without lines and facts, and with the key of the next order. */
export async function emptyBasket(tx: Tx, contactId: string): Promise<void> {
  await tx.deleteFrom('basket_lines').where('contact_id', '=', contactId).execute()
  await tx
    .updateTable('baskets')
    .set({ note: '', purchase_order: '', requested_day: null, order_key: sql`uuidv7()` })
    .where('contact_id', '=', contactId)
    .execute()
}
