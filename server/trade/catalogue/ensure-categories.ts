import type { Tx } from '../../platform/database/tables.ts'
import { type Category, findCategory, insertCategory } from './categories.store.ts'
import { joinCategoryPath, readCategoryPath, slugOf } from './category-path.ts'

/**
 * The ids of these categories by `categoryKey`, made where they don't exist yet. A path that names no category (more
 * than three levels, an empty name) has no id.
 */
export async function ensureCategories(tx: Tx, paths: readonly string[]): Promise<Map<string, string>> {
  const made = new Map<string, Category>()
  for (const path of paths) {
    const names = readCategoryPath(path) ?? []
    // Parents first: a child names the id of its parent, and begins with the parent's path as it is stored.
    let parent: Category | null = null
    for (const [level, name] of names.entries()) {
      const key = joinCategoryPath(names.slice(0, level + 1)).toLowerCase()
      const category: Category = made.get(key) ?? (await ensureCategory(tx, name, { parent, level: level + 1 }))
      made.set(key, category)
      parent = category
    }
  }
  return new Map([...made].map(([key, { id }]) => [key, id]))
}

type Place = { parent: Category | null; level: number }

async function ensureCategory(tx: Tx, name: string, { parent, level }: Place): Promise<Category> {
  const path = joinCategoryPath(parent ? [parent.path, name] : [name])
  const insert = (slug: string) => insertCategory(tx, { name, path, slug, level, parent_id: parent?.id ?? null })
  // The first insert meets the same path, made by another transaction, or the slug of another category.
  const made =
    (await findCategory(tx, path)) ??
    (await insert(slugOf(name))) ??
    (await findCategory(tx, path)) ??
    (await insert(slugOf(path, path)))
  if (!made) throw new Error(`The category ${path} can't be made`)
  return made
}
