import type { Cache } from '../device/cache.ts'
import { foldText } from './fold-text.ts'

export type ProductTexts = { id: string; code: string; text: string; category: string }[]

/** The searchable products by name, kept in memory: reading 50,000 rows from the disk takes seconds for each letter. */
export function createProductTexts(cache: Cache): () => Promise<ProductTexts> {
  let kept: { cursor: string | null; texts: Promise<ProductTexts> } | undefined
  return async () => {
    const { cursor = null } = (await cache.checkpoints.get('products')) ?? {}
    if (kept?.cursor === cursor) return kept.texts
    // In a separate transaction: Dexie keeps a copy of rows read outside one.
    const texts = cache.transaction('r', cache.products, async () => {
      const products = await cache.products.toArray()
      // Sorted here: the database would look up each row on its own by the index.
      products.sort((one, other) => (one.name < other.name ? -1 : 1))
      return products.map(({ id, name, code, category }) => ({
        id,
        category,
        code: foldText(code),
        text: foldText(`${name} ${code} ${category}`),
      }))
    })
    const own = { cursor, texts }
    kept = own
    texts.catch(() => {
      if (kept === own) kept = undefined
    })
    return texts
  }
}
