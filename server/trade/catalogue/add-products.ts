import type { Tx } from '../../platform/database/tables.ts'
import { categoryKey } from './category-path.ts'
import { ensureCategories } from './ensure-categories.ts'
import { insertProducts, type NewProduct } from './products.store.ts'

/** `category` is a path such as `Drinks > Soft drinks`. */
export type ProductToAdd = Omit<NewProduct, 'category_id'> & { category: string }

/** Adds products and the categories that they name. The codes must be new. */
export async function addProducts(tx: Tx, products: readonly ProductToAdd[]): Promise<void> {
  const ids = await ensureCategories(tx, [...new Set(products.map(({ category }) => category))])
  const rows = products.map(({ category, ...product }) => ({
    ...product,
    category_id: ids.get(categoryKey(category)) ?? null,
  }))
  await insertProducts(tx, rows)
}
