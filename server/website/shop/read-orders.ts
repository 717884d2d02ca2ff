import type { OrderDetails, OrderRow } from '../../../shared/contract/orders.ts'
import { dayIn } from '../../../shared/prices/day-in.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import { cutPage } from '../../platform/database/pages.ts'
import type { Db } from '../../platform/database/tables.ts'
import { toOrderRow } from '../../trade/orders/order-row.ts'
import type { createPrintOrder } from '../../trade/orders/print-order.ts'
import { createReadOrder } from '../../trade/orders/read-order.ts'
import { listOrdersOf } from './orders.query.ts'
import type { Owner } from './put-in-basket.ts'

type Needs = { db: Db; clock: Clock; printOrder: ReturnType<typeof createPrintOrder> }
export type ShopOrders = { rows: OrderRow[]; hasMore: boolean; currency: string; timeZone: string }

const pageSize = 25

/** Reads the orders of a contact's own retailer. The id of another retailer's order is unknown here. */
export function createReadOrders({ db, clock, printOrder }: Needs) {
  const readOrder = createReadOrder({ db, clock })

  async function readOwnOrder({ retailerId }: Owner, id: string): Promise<OrderDetails | undefined> {
    const order = await readOrder(id)
    return order?.retailer.id === retailerId ? order : undefined
  }

  return {
    readOwnOrder,

    readOwnOrders: async ({ retailerId }: Owner, before: string | undefined): Promise<ShopOrders> => {
      const [found, { currency, timeZone }] = await Promise.all([
        listOrdersOf(db, { retailerId, before, most: pageSize + 1 }),
        getOrganisation(db),
      ])
      const { rows, hasMore } = cutPage(found, pageSize)
      const today = dayIn(timeZone, clock.now())
      return { rows: rows.map(row => toOrderRow(row, today)), hasMore, currency, timeZone }
    },

    printOwnOrder: async (owner: Owner, id: string) => ((await readOwnOrder(owner, id)) ? printOrder(id) : undefined),
  }
}
