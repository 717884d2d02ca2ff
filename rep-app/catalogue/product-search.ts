import type { Cache } from '../device/cache.ts'
import type { CacheRows } from '../device/rows.ts'

type Product = CacheRows['products']
export type FindProducts = (search: string) => Promise<Product[]>
export const MOST_FOUND = 50

/** Finds products by barcode, or by parts of name or code. A scanner types a barcode, so its product is found directly. */
export function createProductSearch(cache: Cache): FindProducts {
  const readTexts = createTexts(cache)
  return async search => {
    const wanted = search.trim().toLowerCase()
    if (/^\d{8,14}$/.test(wanted)) return cache.products.where('barcode').equals(wanted).toArray()
    if (wanted === '') return cache.products.orderBy('name').limit(MOST_FOUND).toArray()
    const words = wanted.split(/\s+/)
    const ids: string[] = []
    for (const { id, text } of await readTexts()) {
      if (ids.length === MOST_FOUND) break
      if (words.every(word => text.includes(word))) ids.push(id)
    }
    const found = await cache.products.bulkGet(ids)
    return found.filter(product => product !== undefined)
  }
}

type Texts = { id: string; text: string }[]

/** The searchable products by name, kept in memory: reading 50,000 rows from the disk takes seconds for each letter. */
function createTexts(cache: Cache): () => Promise<Texts> {
  let kept: { cursor: string | null; texts: Promise<Texts> } | undefined
  return async () => {
    const { cursor = null } = (await cache.checkpoints.get('products')) ?? {}
    if (kept?.cursor === cursor) return kept.texts
    // In a separate transaction: Dexie keeps a copy of rows read outside one.
    const texts = cache.transaction('r', cache.products, async () => {
      const products = await cache.products.toArray()
      // Sorted here: the database would look up each row on its own by the index.
      products.sort((one, other) => (one.name < other.name ? -1 : 1))
      return products.map(({ id, name, code }) => ({ id, text: `${name} ${code}`.toLowerCase() }))
    })
    const own = { cursor, texts }
    kept = own
    texts.catch(() => {
      if (kept === own) kept = undefined
    })
    return texts
  }
}
