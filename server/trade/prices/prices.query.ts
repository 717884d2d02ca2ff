import type { PriceRow, PriceSources } from '../../../shared/prices/price-of.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { isSold } from '../catalogue/sold-products.query.ts'

export type Offer = PriceSources & { name: string }

type Question = { retailerId: string; productIds: readonly string[] }

/** What decides the price of each of these products for a retailer. Products that are no longer sold are missing. */
export async function listOffers(db: Queryable, { retailerId, productIds }: Question): Promise<Map<string, Offer>> {
  const [products, own, listed] = await Promise.all([
    db
      .selectFrom('products as p')
      .select(['p.id', 'p.name', 'p.price_cents'])
      .where('p.id', 'in', productIds)
      .where(isSold('p'))
      .execute(),
    db
      .selectFrom('prices')
      .select(['product_id', 'price_cents', 'minimum_quantity', 'valid_from', 'valid_until'])
      .where('retailer_id', '=', retailerId)
      .where('product_id', 'in', productIds)
      .execute(),
    db
      .selectFrom('list_prices as l')
      .innerJoin('retailers as r', 'r.price_list_id', 'l.price_list_id')
      .select(['l.product_id', 'l.price_cents', 'l.minimum_quantity', 'l.valid_from', 'l.valid_until'])
      .where('r.id', '=', retailerId)
      .where('l.product_id', 'in', productIds)
      .execute(),
  ])
  const retailerPrices = Map.groupBy(own, row => row.product_id)
  const listPrices = Map.groupBy(listed, row => row.product_id)
  const offerOf = ({ id, name, price_cents: basePriceCents }: (typeof products)[number]): Offer => ({
    name,
    basePriceCents,
    retailerPrices: (retailerPrices.get(id) ?? []).map(toPriceRow),
    listPrices: (listPrices.get(id) ?? []).map(toPriceRow),
  })
  return new Map(products.map(product => [product.id, offerOf(product)]))
}

type Row = { price_cents: number; minimum_quantity: number; valid_from: string | null; valid_until: string | null }

const toPriceRow = (row: Row): PriceRow => ({
  priceCents: row.price_cents,
  minimumQuantity: row.minimum_quantity,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
})
