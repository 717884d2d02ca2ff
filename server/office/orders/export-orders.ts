import type { OrderFilter } from '../../../shared/contract/orders.ts'
import { byteOrderMark, toCsvLine } from '../../../shared/csv/csv.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { FoundOrder } from '../../trade/orders/order-columns.store.ts'
import { listLines, type OrderLine } from '../../trade/orders/order-lines.query.ts'
import { listSearchedRetailers, ordersPage } from './orders.query.ts'

const heading = [
  ...['Number', 'Kind', 'Source', 'Status', 'Account number', 'Retailer', 'Ordered by', 'Captured (UTC)'],
  ...['Received (UTC)', 'Requested day', 'Valid until', 'Note', 'Note to the customer', 'Line', 'Product code'],
  ...['Product', 'Unit', 'Quantity', 'Price', 'Net', 'Tax %', 'Currency'],
]
const pageSize = 500

type Command = { filter: OrderFilter; authority: Authority }

/**
 * Exports the orders of a search as comma-separated values, one row for each line, a page of orders at a time, so a
 * large file needs little memory. The export is recorded before the first line is sent.
 */
export function createExportOrders({ db, clock }: { db: Db; clock: Clock }) {
  return async function exportOrders({ filter, authority }: Command): Promise<AsyncIterable<string>> {
    await recordEvent(db, { at: clock.now(), action: 'orders-exported', ...authority, details: detailsOf(filter) })
    return lines(filter)
  }

  async function* lines(filter: OrderFilter): AsyncIterable<string> {
    const { timeZone, currency } = await getOrganisation(db)
    const retailerIds = await listSearchedRetailers(db, filter.search ?? '')
    yield byteOrderMark + toCsvLine(heading)
    let before: string | undefined
    for (;;) {
      const { rows } = await ordersPage({ ...filter, before, size: pageSize, timeZone, retailerIds }).execute(db)
      const orders = rows.slice(0, pageSize)
      const byOrder = Map.groupBy(
        await listLines(
          db,
          orders.map(({ id }) => id),
        ),
        line => line.orderId,
      )
      yield orders
        .flatMap(order => (byOrder.get(order.id) ?? []).map(line => toCsvLine(cellsOf(order, line, currency))))
        .join('')
      if (rows.length <= pageSize) return
      before = orders.at(-1)?.id
    }
  }
}

/** The search, without words that may be a name. */
function detailsOf({ search, rep, ...filter }: OrderFilter): Record<string, string> {
  const kept = { ...filter, ...(rep && { account: rep }), ...(search && { search: 'yes' }) }
  return Object.fromEntries(Object.entries(kept).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])))
}

const decimal = (hundredths: number) => (hundredths / 100).toFixed(2)

const cellsOf = (order: FoundOrder, line: OrderLine, currency: string): string[] => [
  ...[order.number, order.kind, order.source, order.status, order.account_number, order.retailer, order.by],
  ...[order.captured_at.toISOString(), order.received_at.toISOString()],
  ...[order.requested_day ?? '', order.valid_until ?? '', order.note, order.customer_note],
  ...[String(line.place + 1), line.product, line.name, line.unit, String(line.quantity)],
  ...[decimal(line.priceCents), decimal(line.quantity * line.priceCents), decimal(line.taxBasisPoints), currency],
]
