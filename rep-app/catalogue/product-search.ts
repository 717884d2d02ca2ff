import type { Cache } from '../device/cache.ts'
import type { CacheRows } from '../device/rows.ts'
import { isInCategory } from './category-tree.ts'
import { foldText } from './fold-text.ts'
import { createProductTexts, type ProductTexts } from './product-texts.ts'

type Product = CacheRows['products']
type Limits = { most?: number; category?: string | undefined }
export type FindProducts = (search: string, limits?: Limits) => Promise<Product[]>
export const MOST_FOUND = 50

/** Finds products by barcode, code, or words of name and category in any order. */
export function createProductSearch(cache: Cache): FindProducts {
  const readTexts = createProductTexts(cache)
  return async (search, { most = MOST_FOUND, category } = {}) => {
    const wanted = foldText(search.trim())
    if (wanted === '' && category === undefined) return cache.products.orderBy('name').limit(most).toArray()
    const scanned = await findByBarcode(cache, wanted)
    if (scanned.length > 0) return scanned
    const texts = await readTexts()
    const within = category === undefined ? texts : texts.filter(text => isInCategory(text.category, category))
    const found = await cache.products.bulkGet(match(within, wanted, most))
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
function findByBarcode(cache: Cache, wanted: string): Promise<Product[]> {
  if (!/^\d{8,14}$/.test(wanted)) return Promise.resolve([])
  const bare = wanted.replace(/^0+/, '')
  const spellings = [8, 12, 13, 14].map(length => bare.padStart(length, '0'))
  return cache.products
    .where('barcode')
    .anyOf([...new Set([wanted, ...spellings])])
    .toArray()
}

/** The exact code first, then codes that begin with the search, then all others by name. */
function match(texts: ProductTexts, wanted: string, most: number): string[] {
  const words = wanted.split(/\s+/)
  const ranked: [string[], string[], string[]] = [[], [], []]
  for (const { id, code, text } of texts) {
    if (!words.every(word => text.includes(word))) continue
    const rank = code === wanted ? 0 : code.startsWith(wanted) ? 1 : 2
    if (ranked[rank].length < most) ranked[rank].push(id)
  }
  return ranked.flat().slice(0, most)
}
