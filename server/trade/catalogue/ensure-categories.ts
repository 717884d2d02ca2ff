import type { Tx } from '../../platform/database/tables.ts'
import { type Category, findCategories, insertCategories, type NewCategory } from './categories.store.ts'
import { joinCategoryPath, readCategoryPath, slugOf } from './category-path.ts'

/**
 * The ids of these categories by `categoryKey`, made where they don't exist yet. A path that names no category (more
 * than three levels, an empty name) has no id. A few statements for each level, however many paths there are.
 */
export async function ensureCategories(tx: Tx, paths: readonly string[]): Promise<Map<string, string>> {
  const named = [...new Set(paths)].flatMap(path => [readCategoryPath(path) ?? []])
  // Parents first: a child names the id of its parent, and begins with the parent's path as it is stored.
  const levels = [1, 2, 3].map(level => sortedByKey(named, level)).filter(({ size }) => size > 0)
  if (levels.length === 0) return new Map()
  // Almost every call names categories that exist: one statement finds them on all levels.
  const known = await findCategories(
    tx,
    levels.flatMap(byKey => [...byKey.keys()]),
  )
  for (const byKey of levels) await addMissing(tx, byKey, known)
  return new Map([...known].map(([key, { id }]) => [key, id]))
}

const keyOf = (names: readonly string[]) => joinCategoryPath(names).toLowerCase()

/**
 * The categories of one level by key. The first way in which a name is written is kept. Sorted, so that two transactions
 * that add the same categories wait for each other in one direction.
 */
function sortedByKey(named: readonly string[][], level: number): Map<string, string[]> {
  const nodes = named.filter(names => names.length >= level).map(names => names.slice(0, level))
  return new Map(
    nodes
      .toReversed()
      .map(names => [keyOf(names), names] as const)
      .toSorted(byText),
  )
}

async function addMissing(tx: Tx, byKey: Map<string, string[]>, known: Map<string, Category>): Promise<void> {
  const listMissing = () => [...byKey.keys()].filter(key => !known.has(key))
  const insert = async (missing: readonly string[], slug: (path: string, name: string) => string) => {
    if (missing.length === 0) return
    await insertCategories(
      tx,
      missing.map(key => newCategory(byKey.get(key) ?? [], { known, slug })),
    )
    for (const [key, category] of await findCategories(tx, missing)) known.set(key, category)
  }
  await insert(listMissing(), (_, name) => slugOf(name))
  // What is still missing has a slug that another category has.
  await insert(listMissing(), path => slugOf(path, path))
  const [lost] = listMissing()
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
