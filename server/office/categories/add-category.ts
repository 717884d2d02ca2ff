import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { lockCatalogue, lockTree, saveTree } from '../../trade/catalogue/categories.store.ts'
import { categoryKey, joinCategoryPath } from '../../trade/catalogue/category-path.ts'
import { layOut, type TreeRefusal } from '../../trade/catalogue/category-tree.ts'
import { ensureCategories } from '../../trade/catalogue/ensure-categories.ts'

type Command = { name: string; parentId: string | null; authority: Authority }
export type CategoryAdded = { kind: 'added'; id: string; path: string } | { kind: TreeRefusal }

/** Adds a category as the last one of its parent. */
export function createAddCategory({ db, clock }: { db: Db; clock: Clock }) {
  return async function addCategory({ name, parentId, authority }: Command): Promise<CategoryAdded> {
    return db.transaction().execute(async tx => {
      await lockCatalogue(tx)
      const tree = await lockTree(tx)
      const parent = tree.find(category => category.id === parentId)
      if (parentId !== null && !parent) return { kind: 'no-such-category' as const }
      const siblings = tree.filter(category => category.parentId === parentId)
      const place = Math.max(0, ...siblings.map(category => category.place)) + 1
      const checked = layOut([...tree, { id: 'new', parentId, name, path: '', level: 0, place }])
      if (checked.kind !== 'tree') return checked
      const path = joinCategoryPath(parent ? [parent.path, name] : [name])
      const id = (await ensureCategories(tx, [path])).get(categoryKey(path)) ?? ''
      await saveTree(tx, [{ id, parentId, name, path, level: (parent?.level ?? 0) + 1, place }])
      await recordEvent(tx, { at: clock.now(), action: 'category-added', ...authority, details: { category: path } })
      return { kind: 'added' as const, id, path }
    })
  }
}
