import type { CacheRows } from '../device/rows.ts'

type Category = Pick<CacheRows['categories'], 'id' | 'parentId' | 'name' | 'path' | 'place'>
export type TreeRow = { path: string; name: string; level: number }

/** The categories as a tree in one list: each parent before its children, in the order that the office chose. */
export function categoryTree(categories: readonly Category[]): TreeRow[] {
  const childrenOf = (parentId: string | null) =>
    categories
      .filter(category => category.parentId === parentId)
      .sort((one, other) => one.place - other.place || one.name.localeCompare(other.name))
  const rowsBelow = (parentId: string | null, level: number): TreeRow[] =>
    childrenOf(parentId).flatMap(({ id, name, path }) => [{ path, name, level }, ...rowsBelow(id, level + 1)])
  return rowsBelow(null, 0)
}

/** True for a product of this category or of one below it. */
export const isInCategory = (category: string, path: string): boolean =>
  category === path || category.startsWith(`${path} > `)
