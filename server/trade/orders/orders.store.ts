import { type Insertable, sql } from 'kysely'
import type { OrderPayload } from '../../../shared/contract/app.ts'
import { firstStatus, type OrderStatus } from '../../../shared/contract/order-status.ts'
import type { OrderEventsTable } from '../../platform/database/field-tables.ts'
import type { Tx } from '../../platform/database/tables.ts'

type CapturedRow = { id: string; retailerId: string; accountId: string; capturedAt: Date }
export type NewOrder = CapturedRow & {
  kind: 'order' | 'quote'
  number: string
  receivedAt: Date
  note: string
  lines: OrderPayload['lines']
}
export type NewNote = CapturedRow & { text: string }

const letters = { order: 'O', quote: 'Q' }

/** The number that people use: O100001, Q100002. */
export async function nextNumber(tx: Tx, kind: NewOrder['kind']): Promise<string> {
  const { rows } = await sql<{ number: string }>`select nextval('order_numbers')::text as number`.execute(tx)
  return `${letters[kind]}${rows[0]?.number}`
}

export const totalOf = (lines: OrderPayload['lines']) =>
  lines.reduce((total, { quantity, priceCents }) => total + quantity * priceCents, 0)

export async function insertOrders(tx: Tx, orders: readonly NewOrder[]): Promise<void> {
  for (let from = 0; from < orders.length; from += 500) await insertSome(tx, orders.slice(from, from + 500))
}

async function insertSome(tx: Tx, orders: readonly NewOrder[]): Promise<void> {
  const rows = orders.map(order => ({
    id: order.id,
    number: order.number,
    kind: order.kind,
    retailer_id: order.retailerId,
    account_id: order.accountId,
    captured_at: order.capturedAt,
    received_at: order.receivedAt,
    note: order.note,
    total_cents: String(totalOf(order.lines)),
    status: firstStatus(order.kind),
  }))
  const lines = orders.flatMap(({ id, lines }) =>
    lines.map(({ productId, quantity, priceCents }, place) => ({
      order_id: id,
      place,
      product_id: productId,
      quantity,
      price_cents: priceCents,
    })),
  )
  await tx.insertInto('orders').values(rows).execute()
  await tx.insertInto('order_lines').values(lines).execute()
}

export async function insertNote(tx: Tx, { id, retailerId, accountId, capturedAt, text }: NewNote): Promise<void> {
  await tx
    .insertInto('notes')
    .values({ id, retailer_id: retailerId, account_id: accountId, captured_at: capturedAt, text })
    .execute()
}

/** Locked until the transaction ends, so that two changes of its status come one after the other. */
export async function lockOrder(tx: Tx, id: string): Promise<{ status: OrderStatus } | undefined> {
  return tx.selectFrom('orders').select('status').where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Changes the status and adds it to the order's history. */
export async function saveStatus(tx: Tx, event: Insertable<OrderEventsTable>): Promise<void> {
  await tx.updateTable('orders').set({ status: event.status }).where('id', '=', event.order_id).execute()
  await tx.insertInto('order_events').values(event).execute()
}
