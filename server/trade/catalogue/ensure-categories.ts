import type { Tx } from '../../platform/database/tables.ts'
import { type Category, findCategories, insertCategories, type NewCategory } from './categories.store.ts'
import { joinCategoryPath, readCategoryPath, slugOf } from './category-path.ts'

/**
 * The ids of these categories by `categoryKey`, made where they don't exist yet. A path that names no category (more
 * than three levels, an empty name) has no id. A few statements for each level, however many paths there are.
 */
export async function ensureCategories(tx: Tx, paths: readonly string[]): Promise<Map<string, string>> {
  const known = new Map<string, Category>()
  const named = paths.flatMap(path => [readCategoryPath(path) ?? []])
  // Parents first: a child names the id of its parent, and begins with the parent's path as it is stored.
  for (const level of [1, 2, 3]) {
    const nodes = named.filter(names => names.length >= level).map(names => names.slice(0, level))
    if (nodes.length > 0) await ensureLevel(tx, nodes, known)
  }
  return new Map([...known].map(([key, { id }]) => [key, id]))
}

const keyOf = (names: readonly string[]) => joinCategoryPath(names).toLowerCase()

async function ensureLevel(tx: Tx, nodes: readonly string[][], known: Map<string, Category>): Promise<void> {
  // The first way in which a name is written is kept. Sorted, so that two transactions that add the same categories wait for each other in one direction.
  const byKey = new Map(
    nodes
      .toReversed()
      .map(names => [keyOf(names), names] as const)
      .toSorted(byText),
  )
  const keys = [...byKey.keys()]
  const find = async () => {
    for (const [key, category] of await findCategories(tx, keys)) known.set(key, category)
    return keys.filter(key => !known.has(key))
  }
  const insert = (missing: readonly string[], slug: (path: string, name: string) => string) =>
    insertCategories(
      tx,
      missing.map(key => newCategory(byKey.get(key) ?? [], { known, slug })),
    )
  const missing = await find()
  if (missing.length === 0) return
  await insert(missing, (_, name) => slugOf(name))
  // What is still missing has a slug that another category has.
  await insert(await find(), path => slugOf(path, path))
  const [lost] = await find()
  if (lost !== undefined) throw new Error(`The category ${lost} can't be made`)
}

const byText = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  one < other ? -1 : Number(one > other)

type Making = { known: ReadonlyMap<string, Category>; slug: (path: string, name: string) => string }

function newCategory(names: readonly string[], { known, slug }: Making): NewCategory {
  const name = names.at(-1) ?? ''
  const parent = known.get(keyOf(names.slice(0, -1)))
  const path = joinCategoryPath(parent ? [parent.path, name] : [name])
  return { name, path, slug: slug(path, name), level: names.length, parent_id: parent?.id ?? null }
}
