import type { OrderPage, OrderQuery, OrderRow } from '../../../shared/contract/orders.ts'
import { dayIn } from '../../../shared/prices/day-in.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import { cutPage } from '../../platform/database/pages.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type FoundOrder, listSearchedRetailers, ordersPage } from './orders.query.ts'

/** Lists one page of orders, quotes and returns, the newest first. */
export function createListOrders({ db, clock }: { db: Db; clock: Clock }) {
  return async function listOrders(query: OrderQuery): Promise<OrderPage> {
    const [{ currency, timeZone }, retailerIds] = await Promise.all([
      getOrganisation(db),
      listSearchedRetailers(db, query.search ?? ''),
    ])
    const found = await ordersPage({ ...query, timeZone, retailerIds }).execute(db)
    const { rows, hasMore } = cutPage(found.rows, query.size)
    const today = dayIn(timeZone, clock.now())
    return { rows: rows.map(row => toOrderRow(row, today)), hasMore, currency }
  }
}

/** An order for a later day is held until that day, as long as it isn't confirmed. */
export function toOrderRow(row: FoundOrder, today: string): OrderRow {
  const isOpen = row.status === 'received' || row.status === 'on-hold'
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    source: row.source,
    status: row.status,
    retailer: { id: row.retailer_id, name: row.retailer },
    by: { id: row.account_id, name: row.by },
    capturedAt: row.captured_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    requestedDay: row.requested_day,
    validUntil: row.valid_until,
    isHeld: isOpen && row.requested_day !== null && row.requested_day > today,
    totalCents: Number(row.total_cents),
  }
}
