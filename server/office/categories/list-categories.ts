import type { CategoryList } from '../../../shared/contract/categories.ts'
import type { Db } from '../../platform/database/tables.ts'
import { layOut } from '../../trade/catalogue/category-tree.ts'
import { readCategoryRows } from './categories.query.ts'

/** Lists the complete tree: parents before children, each in its order. */
export function createListCategories({ db }: { db: Db }) {
  return async function listCategories(): Promise<CategoryList> {
    const rows = await readCategoryRows(db)
    const laidOut = layOut(rows)
    const products = new Map(rows.map(row => [row.id, row.products]))
    const sorted = laidOut.kind === 'tree' ? laidOut.tree : rows
    return {
      categories: sorted.map(({ place: _, ...category }) => ({
        ...category,
        products: products.get(category.id) ?? 0,
      })),
    }
  }
}
