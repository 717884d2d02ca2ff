import type { OrderPage, OrderQuery } from '../../../shared/contract/orders.ts'
import { dayIn } from '../../../shared/prices/day-in.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import { cutPage } from '../../platform/database/pages.ts'
import type { Db } from '../../platform/database/tables.ts'
import { toOrderRow } from '../../trade/orders/order-row.ts'
import { listSearchedRetailers, ordersPage } from './orders.query.ts'

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
