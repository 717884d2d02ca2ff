import type { Cache } from '../device/cache.ts'
import type { CacheRows } from '../device/rows.ts'
import { foldText } from './fold-text.ts'
import type { ProductTexts } from './product-texts.ts'

type Product = CacheRows['products']
type Limits = { most?: number; category?: string | undefined }
export type FindProducts = (search: string, limits?: Limits) => Promise<Product[]>
export const MOST_FOUND = 50

/** Finds products by barcode, code, or words of name and category in any order. */
export function createProductSearch(cache: Cache, index: ProductTexts): FindProducts {
  return async (search, { most = MOST_FOUND, category } = {}) => {
    const wanted = foldText(search.trim())
    if (wanted === '' && category === undefined) return cache.products.orderBy('name').limit(most).toArray()
    const scanned = await findByBarcode(cache, wanted)
    if (scanned.length > 0) return scanned
    const ids = await index.match({ wanted, words: wanted.split(/\s+/), category, most })
    const found = await cache.products.bulkGet(ids)
    return found.filter(product => product !== undefined)
  }
}

/** The product whose code or barcode was typed completely, or the only one found. */
export function onlyProduct(found: readonly Product[], search: string): Product | undefined {
  const wanted = foldText(search.trim())
  const exact = found.filter(({ code, barcode }) => foldText(code) === wanted || barcode === wanted)
  if (exact.length === 1) return exact[0]
  return found.length === 1 ? found[0] : undefined
}

/** One product has several spellings: a scanner may leave out or add the zeros at the front of an EAN-13 or UPC-A. */
async function findByBarcode(cache: Cache, wanted: string): Promise<Product[]> {
  if (!/^\d{8,14}$/.test(wanted)) return []
  const bare = wanted.replace(/^0+/, '')
  const spellings = new Set([wanted, ...[8, 12, 13, 14].map(length => bare.padStart(length, '0'))])
  // All in one step: a cursor from one to the next would wait for the database at each.
  const find = (spelling: string) => cache.products.where('barcode').equals(spelling).toArray()
  const found = await cache.transaction('r', cache.products, () => Promise.all([...spellings].map(find)))
  return found.flat()
}
