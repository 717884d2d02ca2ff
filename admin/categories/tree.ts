import type { CategoryList } from '../../shared/contract/categories.ts'

export type Category = CategoryList['categories'][number]
export type Branch = Category & { branches: Branch[] }

/** The list comes with parents before children, each in its order. */
export function toBranches(categories: readonly Category[], parentId: string | null = null): Branch[] {
  return categories
    .filter(category => category.parentId === parentId)
    .map(category => ({ ...category, branches: toBranches(categories, category.id) }))
}

/** Where a category goes: `beforeId` null is the end. */
export type Place = { parentId: string | null; beforeId: string | null }

const siblingsOf = (categories: readonly Category[], { parentId }: Category) =>
  categories.filter(one => one.parentId === parentId)

/** One place up or down among its siblings. Undefined at the end of the list. */
export function stepOf(categories: readonly Category[], category: Category, by: -1 | 1): Place | undefined {
  const siblings = siblingsOf(categories, category)
  const at = siblings.findIndex(({ id }) => id === category.id)
  if (siblings[at + by] === undefined) return undefined
  const before = by === -1 ? siblings[at - 1] : siblings[at + 2]
  return { parentId: category.parentId, beforeId: before?.id ?? null }
}

/** Next to another category: before it, or after it. */
export function besideOf(categories: readonly Category[], target: Category, half: 'upper' | 'lower'): Place {
  if (half === 'upper') return { parentId: target.parentId, beforeId: target.id }
  const siblings = siblingsOf(categories, target)
  const after = siblings[siblings.findIndex(({ id }) => id === target.id) + 1]
  return { parentId: target.parentId, beforeId: after?.id ?? null }
}

const isWithin = (categories: readonly Category[], id: string, category: Category): boolean => {
  const parent = categories.find(one => one.id === category.parentId)
  return category.id === id || (parent !== undefined && isWithin(categories, id, parent))
}

/** The categories that this one can be moved into: three levels at most, and not into itself. */
export function parentsFor(categories: readonly Category[], moved: Category): Category[] {
  const below = categories.filter(one => isWithin(categories, moved.id, one))
  const depth = Math.max(...below.map(({ level }) => level)) - moved.level + 1
  return categories.filter(one => one.level + depth <= 3 && !isWithin(categories, moved.id, one))
}
