import type { RepApp } from '../app/create-rep-app.ts'
import type { Offer } from '../catalogue/offers.ts'
import { onlyProduct } from '../catalogue/product-search.ts'
import type { CacheRows } from '../device/rows.ts'

export type Hit = CacheRows['products'] & { offer: Offer }
type Catalogue = Pick<RepApp, 'findProducts' | 'readOffers'>
type Search = { search: string; retailerId: string }

const MOST_HITS = 12

/** The products that match a search, at the prices of this retailer. */
export async function findHits(
  { findProducts, readOffers }: Catalogue,
  { search, retailerId }: Search,
): Promise<Hit[]> {
  if (search.trim() === '') return []
  const products = await findProducts(search, { most: MOST_HITS })
  const offers = await readOffers(products, retailerId)
  return products.flatMap((product, place) => {
    const offer = offers[place]
    return offer ? { ...product, offer } : []
  })
}

/** The product that Enter or a scan adds, or how many match. */
export async function findOnlyHit(catalogue: Catalogue, search: Search): Promise<Hit | { matches: number }> {
  const hits = await findHits(catalogue, search)
  const only = onlyProduct(hits, search.search)
  return hits.find(({ id }) => id === only?.id) ?? { matches: hits.length }
}

const MOST_LAST = 3

/** What this retailer ordered of each product in its last orders, the newest first. */
export async function readLastQuantities({ cache }: Pick<RepApp, 'cache'>, retailerId: string) {
  const orders = await cache.orders.where('retailerId').equals(retailerId).sortBy('capturedAt')
  const bought = orders.filter(({ kind, status }) => kind === 'order' && status !== 'cancelled')
  const last = new Map<string, number[]>()
  for (const { productId, quantity } of bought.toReversed().flatMap(order => order.lines)) {
    const known = last.get(productId) ?? []
    if (known.length < MOST_LAST) last.set(productId, [...known, quantity])
  }
  return last
}
