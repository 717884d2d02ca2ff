import { type Insertable, sql } from 'kysely'
import type { OrderPayload } from '../../../shared/contract/app.ts'
import { firstStatus, type OrderKind, type OrderStatus } from '../../../shared/contract/order-status.ts'
import type { OrderEventsTable, OrdersTable } from '../../platform/database/field-tables.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

type CapturedRow = { id: string; retailerId: string; accountId: string; capturedAt: Date }
/** Who changes a status. Where from follows: a rep uses the app, a contact the website, an administrator this site. */
export type Mover = Pick<OrderEventsTable, 'actor'> & { accountId?: string | null; tokenId?: string | null }

export type NewOrder = CapturedRow & {
  kind: OrderKind
  number: string
  receivedAt: Date
  note: string
  lines: OrderPayload['lines']
  /** Default: the first status of its kind. */
  status?: OrderStatus
  source?: 'app' | 'website'
  requestedDay?: string | null
  validUntil?: string | null
  quoteId?: string | null
  contactId?: string | null
  /** The number under which the retailer keeps it. */
  purchaseOrder?: string
  /** Who sent it, if that is not the account. */
  by?: Mover
}
export type NewNote = CapturedRow & { text: string }

const letters = { order: 'O', quote: 'Q', return: 'R' }

/** The number that people use: O100001, Q100002, R100003. */
export async function nextNumber(tx: Tx, kind: OrderKind): Promise<string> {
  const { rows } = await sql<{ number: string }>`select nextval('order_numbers')::text as number`.execute(tx)
  return `${letters[kind]}${rows[0]?.number}`
}

export const totalOf = (lines: OrderPayload['lines']) =>
  lines.reduce((total, { quantity, priceCents }) => total + quantity * priceCents, 0)

/** Adds orders with their lines, each line with the tax rate of now. The history of each begins here. */
export async function insertOrders(tx: Tx, orders: readonly NewOrder[]): Promise<void> {
  for (const part of inParts(orders)) {
    await tx.insertInto('orders').values(part.map(toRow)).execute()
    const events = part.map(order => ({
      order_id: order.id,
      at: order.receivedAt,
      status: order.status ?? firstStatus(order.kind),
      ...moverOf(order),
    }))
    await tx.insertInto('order_events').values(events).execute()
  }
  const lines = orders.flatMap(order => order.lines.map((line, place) => ({ ...line, orderId: order.id, place })))
  for (const part of inParts(lines)) await insertLines(tx, JSON.stringify(part))
}

const moverOf = ({ by, source, accountId }: NewOrder) => ({
  actor: by?.actor ?? (source === 'website' ? ('contact' as const) : ('rep' as const)),
  account_id: by ? (by.accountId ?? null) : accountId,
  token_id: by?.tokenId ?? null,
})

const toRow = (order: NewOrder): Insertable<OrdersTable> => ({
  id: order.id,
  number: order.number,
  kind: order.kind,
  retailer_id: order.retailerId,
  account_id: order.accountId,
  captured_at: order.capturedAt,
  received_at: order.receivedAt,
  note: order.note,
  total_cents: String(totalOf(order.lines)),
  status: order.status ?? firstStatus(order.kind),
  source: order.source ?? 'app',
  requested_day: order.requestedDay ?? null,
  valid_until: order.validUntil ?? null,
  quote_id: order.quoteId ?? null,
  contact_id: order.contactId ?? null,
  purchase_order: order.purchaseOrder ?? '',
})

const insertLines = (tx: Tx, lines: string) =>
  sql`insert into order_lines (order_id, place, product_id, quantity, price_cents, tax_basis_points)
    select l."orderId", l.place, l."productId", l.quantity, l."priceCents", t.rate_basis_points
    from jsonb_to_recordset(${lines}::jsonb) as l ("orderId" uuid, place integer, "productId" uuid, quantity integer,
      "priceCents" integer)
    left join products p on p.id = l."productId" left join tax_classes t on t.code = p.tax_class`.execute(tx)

export async function insertNote(tx: Tx, { id, retailerId, accountId, capturedAt, text }: NewNote): Promise<void> {
  await tx
    .insertInto('notes')
    .values({ id, retailer_id: retailerId, account_id: accountId, captured_at: capturedAt, text })
    .execute()
}

export type LockedOrder = {
  id: string
  number: string
  kind: OrderKind
  status: OrderStatus
  retailerId: string
  accountId: string
  capturedAt: Date
  totalCents: number
  validUntil: string | null
  contactId: string | null
}

const select = (db: Queryable) =>
  db
    .selectFrom('orders')
    .select(['id', 'number', 'kind', 'status', 'retailer_id as retailerId', 'account_id as accountId'])
    .select([
      'captured_at as capturedAt',
      'total_cents as totalCents',
      'valid_until as validUntil',
      'contact_id as contactId',
    ])

/** Locked until the transaction ends, so that two changes of its status come one after the other. */
export async function lockOrder(tx: Tx, id: string): Promise<LockedOrder | undefined> {
  const row = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && { ...row, totalCents: Number(row.totalCents) }
}

/** The open quotes whose last day is over. Quotes that another transaction holds come the next time. */
export async function lockLapsing(tx: Tx, { today, most }: { today: string; most: number }): Promise<LockedOrder[]> {
  const rows = await select(tx)
    .where('status', '=', 'open')
    .where('valid_until', '<', today)
    .orderBy('valid_until')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(row => ({ ...row, totalCents: Number(row.totalCents) }))
}

/** Changes the status and adds it to the order's history. */
export async function saveStatus(tx: Tx, event: Insertable<OrderEventsTable>): Promise<void> {
  await tx.updateTable('orders').set({ status: event.status }).where('id', '=', event.order_id).execute()
  await tx.insertInto('order_events').values(event).execute()
}

type PastEvent = { at: Date; status: OrderStatus; actor: OrderEventsTable['actor']; accountId: string | null }

/** How far an order got, and how. */
export type OrderHistory = { id: string; status: OrderStatus; customerNote: string; events: readonly PastEvent[] }

/** Gives existing orders a past, many in one statement. */
export async function insertHistory(tx: Tx, histories: readonly OrderHistory[]): Promise<void> {
  const states = histories.map(({ id, status, customerNote }) => ({ id, status, note: customerNote }))
  await sql`update orders o set status = r.status, customer_note = r.note
    from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as r (id uuid, status text, note text)
    where o.id = r.id`.execute(tx)
  const events = histories.flatMap(({ id, events }) =>
    events.map(({ accountId, ...event }) => ({ ...event, order_id: id, account_id: accountId, token_id: null })),
  )
  for (const part of inParts(events)) await tx.insertInto('order_events').values(part).execute()
}

export async function saveCustomerNote(tx: Tx, { id, note }: { id: string; note: string }): Promise<void> {
  await tx.updateTable('orders').set({ customer_note: note }).where('id', '=', id).execute()
}
