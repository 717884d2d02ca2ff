import type { RepApp } from '../app/create-rep-app.ts'
import type { Offer } from '../catalogue/offers.ts'
import { onlyProduct } from '../catalogue/product-search.ts'
import type { CacheRows } from '../device/rows.ts'

export type Hit = CacheRows['products'] & { offer: Offer }
type Catalogue = Pick<RepApp, 'findProducts' | 'readOffer'>
type Search = { search: string; retailerId: string }

const MOST_HITS = 12

/** The products that match a search, at the prices of this retailer. */
export async function findHits({ findProducts, readOffer }: Catalogue, { search, retailerId }: Search): Promise<Hit[]> {
  if (search.trim() === '') return []
  const products = await findProducts(search, MOST_HITS)
  return Promise.all(products.map(async product => ({ ...product, offer: await readOffer(product, retailerId) })))
}

/** The product that Enter or a scan adds, or how many match. */
export async function findOnlyHit(catalogue: Catalogue, search: Search): Promise<Hit | { matches: number }> {
  const hits = await findHits(catalogue, search)
  const only = onlyProduct(hits, search.search)
  return hits.find(({ id }) => id === only?.id) ?? { matches: hits.length }
}

/** What this retailer ordered last of each product. */
export async function readLastQuantities({ cache }: Pick<RepApp, 'cache'>, retailerId: string) {
  const orders = await cache.orders.where('retailerId').equals(retailerId).sortBy('capturedAt')
  const lines = orders.filter(({ kind }) => kind === 'order').flatMap(order => order.lines)
  return new Map(lines.map(({ productId, quantity }) => [productId, quantity]))
}
