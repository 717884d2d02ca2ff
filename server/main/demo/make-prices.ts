import { dayMs } from '../../../shared/time.ts'
import type { NewListPrice } from '../../trade/prices/price-lists.store.ts'
import type { NewPrice } from '../../trade/prices/prices.store.ts'
import type { DemoProduct } from './make-products.ts'
import type { DemoRetailer } from './make-retailers.ts'

/** The share of the base price that each list asks, from a quantity on. */
export const demoPriceLists = [
  { name: 'Independents', types: ['Deli', 'Farm shop'], steps: { 1: 0.97, 6: 0.94, 12: 0.9 } },
  { name: 'Convenience', types: ['Convenience store', 'Kiosk'], steps: { 1: 0.98, 12: 0.93, 24: 0.88 } },
  { name: 'Hospitality', types: ['Café'], steps: { 1: 0.96, 10: 0.92 } },
] as const

export type DemoPriceList = (typeof demoPriceLists)[number]

/** The oldest customers have prices of their own, and no list. */
export const findListFor = ({ type, isOldCustomer }: DemoRetailer): DemoPriceList | undefined =>
  isOldCustomer ? undefined : demoPriceLists.find(({ types }) => types.some(name => name === type))

const share = (cents: number, of: number) => Math.round((cents * of) / 5) * 5

/** Every third product is on a list, with breaks. */
export function makeListPrices(
  { steps }: DemoPriceList,
  { priceListId, products }: { priceListId: string; products: readonly DemoProduct[] },
): NewListPrice[] {
  return products
    .filter((_product, place) => place % 3 === 0)
    .flatMap(({ id, price_cents }) =>
      Object.entries(steps).map(([quantity, of]) => ({
        price_list_id: priceListId,
        product_id: id,
        minimum_quantity: Number(quantity),
        price_cents: share(price_cents, of),
      })),
    )
}

/** Every fourth retailer has prices of its own: some with a break, one for the next four weeks. */
export function makePrices(
  retailers: readonly DemoRetailer[],
  { products, today }: { products: readonly DemoProduct[]; today: string },
): NewPrice[] {
  const until = new Date(Date.parse(today) + 28 * dayMs).toISOString().slice(0, 10)
  return retailers.flatMap(({ id: retailer_id }, place) => {
    if (place % 4 !== 0) return []
    const own = products.slice(place % 20, (place % 20) + 6)
    return own.flatMap(({ id: product_id, price_cents }, number): NewPrice[] => {
      const row = { retailer_id, product_id, price_cents: share(price_cents, 0.9) }
      if (number === 5) return [{ ...row, valid_from: today, valid_until: until }]
      return number % 3 === 0 ? [row, { ...row, minimum_quantity: 10, price_cents: share(price_cents, 0.85) }] : [row]
    })
  })
}
