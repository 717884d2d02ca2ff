import type { OrderRow } from '../../../shared/contract/orders.ts'
import { dayIn } from '../../../shared/prices/day-in.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { toOrderRow } from '../../trade/orders/order-row.ts'
import { findLastOrder, listOpenOrders, listUsualProducts } from './orders.query.ts'
import type { Owner } from './put-in-basket.ts'
import type { ReadProducts, ShopProduct } from './read-products.ts'

export type ShopHome = {
  lastOrder: OrderRow | undefined
  openOrders: OrderRow[]
  /** With the quantity of the last time. */
  usual: { product: ShopProduct; orders: number; lastQuantity: number }[]
  currency: string
  timeZone: string
}

const monthsBack = 12
const [mostOpen, mostUsual] = [5, 12]

/** Reads the first page: the last order, orders on their way, and what the retailer usually buys. */
export function createReadHome({ db, clock, readProducts }: { db: Db; clock: Clock; readProducts: ReadProducts }) {
  return async function readShopHome({ id: contactId, retailerId }: Owner): Promise<ShopHome> {
    const since = clock.now()
    since.setUTCMonth(since.getUTCMonth() - monthsBack)
    const [last, open, usual, { currency, timeZone }] = await Promise.all([
      findLastOrder(db, retailerId),
      listOpenOrders(db, { retailerId, most: mostOpen }),
      listUsualProducts(db, { retailerId, since, most: mostUsual }),
      getOrganisation(db),
    ])
    const products = await readProducts({ ids: usual.map(({ productId }) => productId), retailerId, contactId })
    const byId = new Map(products.map(product => [product.id, product]))
    const today = dayIn(timeZone, clock.now())
    return {
      lastOrder: last && toOrderRow(last, today),
      openOrders: open.map(row => toOrderRow(row, today)),
      usual: usual.flatMap(({ productId, orders, lastQuantity }) => {
        const product = byId.get(productId)
        return product ? [{ product, orders, lastQuantity }] : []
      }),
      currency,
      timeZone,
    }
  }
}
