import { dayIn } from '../../shared/prices/day-in.ts'
import { type Price, priceBreaks, priceOf } from '../../shared/prices/price-of.ts'
import type { Cache } from '../device/cache.ts'
import type { CacheRows } from '../device/rows.ts'

type Product = CacheRows['products']

/** What a retailer pays today for one unit of a product. */
export type Offer = {
  priceAt: (quantity: number) => number
  /** Each quantity at which the price changes. The first one is the price of a single unit. */
  breaks: Price[]
}
/** The offers of these products, in their order. */
export type ReadOffers = (products: readonly Product[], retailerId: string) => Promise<Offer[]>

type Needs = { cache: Cache; timeZone: () => string; serverNow: () => number }

/** Reads prices from the device, by the rule that the server applies too: the server rejects an order at another price. */
export function createReadOffers({ cache, timeZone, serverNow }: Needs): ReadOffers {
  const { prices, priceBreaks: breaks, listPrices, retailers } = cache

  /** All products together: the database answers one transaction faster than one for each product. */
  const readSources = (products: readonly Product[], retailerId: string) =>
    cache.transaction('r', prices, breaks, listPrices, retailers, async () => {
      const { priceListId = null } = (await retailers.get(retailerId)) ?? {}
      const readListPrices = (productId: string) =>
        priceListId === null
          ? []
          : listPrices.where('[priceListId+productId]').equals([priceListId, productId]).toArray()
      return Promise.all(
        products.map(({ id }) =>
          Promise.all([
            prices.where('[retailerId+productId]').equals([retailerId, id]).toArray(),
            breaks.where('[retailerId+productId]').equals([retailerId, id]).toArray(),
            readListPrices(id),
          ]),
        ),
      )
    })

  return async (products, retailerId) => {
    if (products.length === 0) return []
    const found = await readSources(products, retailerId)
    const day = dayIn(timeZone(), new Date(serverNow()))
    return products.map(({ priceCents: basePriceCents }, place) => {
      const [plain = [], breaks = [], listPrices = []] = found[place] ?? []
      const always = { minimumQuantity: 1, validFrom: null, validUntil: null }
      const retailerPrices = [...plain.map(row => ({ ...row, ...always })), ...breaks]
      const sources = { retailerPrices, listPrices, basePriceCents }
      return {
        priceAt: quantity => priceOf(sources, { quantity, day }).priceCents,
        breaks: priceBreaks(sources, day),
      }
    })
  }
}
