import type { Cache } from '../device/cache.ts'
import { createReadOffers } from './offers.ts'
import { createProductSearch } from './product-search.ts'
import { createProductTexts } from './product-texts.ts'

type Needs = { cache: Cache; timeZone: () => string; serverNow: () => number }

/** The products on the device and their prices. */
export function createCatalogue(needs: Needs) {
  const index = createProductTexts(needs.cache)
  return {
    /** The products that match a search, and all of them for an empty one. */
    findProducts: createProductSearch(needs.cache, index),
    prepareSearch: index.prepare,
    readOffers: createReadOffers(needs),
  }
}
