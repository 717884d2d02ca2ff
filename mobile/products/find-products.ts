import type { Cache } from '../device/cache.ts'
import type { CacheRows } from '../device/rows.ts'

type Product = CacheRows['products']
export const MOST_FOUND = 50

/** By barcode where the text is one, else by parts of name or code: what a scanner types is found at once. */
export async function findProducts(cache: Cache, search: string): Promise<Product[]> {
  const wanted = search.trim().toLowerCase()
  if (/^\d{8,14}$/.test(wanted)) return cache.products.where('barcode').equals(wanted).toArray()
  const words = wanted.split(/\s+/)
  return cache.products
    .orderBy('name')
    .filter(({ name, code }) => {
      const text = `${name} ${code}`.toLowerCase()
      return words.every(word => text.includes(word))
    })
    .limit(MOST_FOUND)
    .toArray()
}

/** What the retailer pays: the own price where there is one. */
export async function priceFor(cache: Cache, { id, priceCents }: Product, retailerId: string): Promise<number> {
  const own = await cache.prices.where('[retailerId+productId]').equals([retailerId, id]).first()
  return own?.priceCents ?? priceCents
}
