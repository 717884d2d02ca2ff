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
export type ReadOffer = (product: Product, retailerId: string) => Promise<Offer>

type Needs = { cache: Cache; timeZone: () => string; serverNow: () => number }

/** Reads prices from the device, by the rule that the server applies too: the server rejects an order at another price. */
export function createReadOffer({ cache, timeZone, serverNow }: Needs): ReadOffer {
  return async ({ id, priceCents: basePriceCents }, retailerId) => {
    const pair = [retailerId, id]
    const [plain, breaks, listPrices] = await Promise.all([
      cache.prices.where('[retailerId+productId]').equals(pair).toArray(),
      cache.priceBreaks.where('[retailerId+productId]').equals(pair).toArray(),
      readListPrices(retailerId, id),
    ])
    const always = { minimumQuantity: 1, validFrom: null, validUntil: null }
    const retailerPrices = [...plain.map(row => ({ ...row, ...always })), ...breaks]
    const sources = { retailerPrices, listPrices, basePriceCents }
    const day = dayIn(timeZone(), new Date(serverNow()))
    return {
      priceAt: quantity => priceOf(sources, { quantity, day }).priceCents,
      breaks: priceBreaks(sources, day),
    }
  }

  async function readListPrices(retailerId: string, productId: string) {
    const { priceListId = null } = (await cache.retailers.get(retailerId)) ?? {}
    if (priceListId === null) return []
    return cache.listPrices.where('[priceListId+productId]').equals([priceListId, productId]).toArray()
  }
}
