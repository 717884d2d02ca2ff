import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { deleteCategory, lockCatalogue, lockTree } from '../../trade/catalogue/categories.store.ts'
import { countProductsIn, moveProducts } from '../../trade/catalogue/products.store.ts'

type Command = { id: string; products: 'none' | 'to-parent' | 'to-no-category'; authority: Authority }
export type CategoryRemoved =
  | { kind: 'removed'; path: string; moved: number }
  | { kind: 'no-such-category' | 'category-has-parts' | 'category-in-use' }

/** Removes an empty category, or moves its products first. A category with others below it stays. */
export function createRemoveCategory({ db, clock }: { db: Db; clock: Clock }) {
  return async function removeCategory({ id, products, authority }: Command): Promise<CategoryRemoved> {
    return db.transaction().execute(async tx => {
      await lockCatalogue(tx)
      const tree = await lockTree(tx)
      const category = tree.find(one => one.id === id)
      if (!category) return { kind: 'no-such-category' as const }
      if (tree.some(({ parentId }) => parentId === id)) return { kind: 'category-has-parts' as const }
      if (products === 'none' && (await countProductsIn(tx, id)) > 0) return { kind: 'category-in-use' as const }
      const moved = await moveProducts(tx, { from: id, to: products === 'to-parent' ? category.parentId : null })
      await deleteCategory(tx, id)
      const { path } = category
      const details = { category: path, moved }
      await recordEvent(tx, { at: clock.now(), action: 'category-removed', ...authority, details })
      return { kind: 'removed' as const, path, moved }
    })
  }
}
