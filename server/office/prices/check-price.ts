import type { PriceCheck } from '../../../shared/contract/prices.ts'
import { dayIn } from '../../../shared/prices/day-in.ts'
import { priceBreaks, priceOf } from '../../../shared/prices/price-of.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { findProductIds } from '../../trade/catalogue/products.store.ts'
import { listOffers } from '../../trade/prices/prices.query.ts'
import { findListOfRetailer } from './retailer-of-prices.query.ts'

export type PriceChecked =
  | { kind: 'checked'; check: PriceCheck }
  | { kind: 'no-such-retailer' | 'no-such-product' | 'product-not-sold' }

type Question = { retailerId: string; code: string; quantity: number; day: string | undefined }

/** Says what a retailer pays for a quantity on a day, and which price decides, by the rule of the app and the website. */
export function createCheckPrice({ db, clock }: { db: Db; clock: Clock }) {
  return async function checkPrice({ retailerId, code, quantity, day: wanted }: Question): Promise<PriceChecked> {
    const [list, ids, { currency, timeZone }] = await Promise.all([
      findListOfRetailer(db, retailerId),
      findProductIds(db, [code]),
      getOrganisation(db),
    ])
    if (!list) return { kind: 'no-such-retailer' }
    const productId = ids.get(code)
    if (productId === undefined) return { kind: 'no-such-product' }
    const offer = (await listOffers(db, { retailerId, productIds: [productId] })).get(productId)
    if (!offer) return { kind: 'product-not-sold' }
    const day = wanted ?? dayIn(timeZone, clock.now())
    const breaks = priceBreaks(offer, day).map(({ minimumQuantity, priceCents }) => ({ minimumQuantity, priceCents }))
    const price = priceOf(offer, { quantity, day })
    return { kind: 'checked', check: { product: offer.name, day, currency, ...price, priceList: list.name, breaks } }
  }
}
