import type { OrderRow } from '../../../shared/contract/orders.ts'
import type { FoundOrder } from './order-columns.store.ts'

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
