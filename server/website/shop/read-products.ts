import { dayIn } from '../../../shared/prices/day-in.ts'
import { type Price, priceBreaks } from '../../../shared/prices/price-of.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listOffers, type Offer } from '../../trade/prices/prices.query.ts'
import { listProductFacts, type ProductFacts } from './products.query.ts'

export type ShopProduct = ProductFacts & {
  /** The retailer's own prices of today, the one of a single unit first. */
  breaks: Price[]
}
type Question = { ids: readonly string[]; retailerId: string; contactId: string }

/** Reads these products with the prices of the retailer today, in the order of the ids. What isn't sold is left out. */
export function createReadProducts({ db, clock }: { db: Db; clock: Clock }) {
  return async function readProducts({ ids, retailerId, contactId }: Question): Promise<ShopProduct[]> {
    if (ids.length === 0) return []
    const [facts, offers, { timeZone }] = await Promise.all([
      listProductFacts(db, { ids, contactId }),
      listOffers(db, { retailerId, productIds: ids }),
      getOrganisation(db),
    ])
    const day = dayIn(timeZone, clock.now())
    const byId = new Map(facts.map(product => [product.id, product]))
    return ids.flatMap(id => {
      const [product, offer] = [byId.get(id), offers.get(id)]
      return product && offer ? [priced(product, offer, day)] : []
    })
  }
}

export type ReadProducts = ReturnType<typeof createReadProducts>

const priced = (product: ProductFacts, offer: Offer, day: string): ShopProduct => ({
  ...product,
  breaks: priceBreaks(offer, day),
})
