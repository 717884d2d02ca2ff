import { mostCategoryLevels } from '../../../shared/contract/categories.ts'
import { joinCategoryPath } from './category-path.ts'

export type TreeCategory = {
  id: string
  parentId: string | null
  name: string
  path: string
  level: number
  place: number
}

export type TreeRefusal = 'no-such-category' | 'category-taken' | 'category-too-deep' | 'category-into-itself'
export type TreeChanged = { kind: 'tree'; tree: TreeCategory[] } | { kind: TreeRefusal }

/** The tree with one category under another name. Paths below it follow. */
export function renameInTree(tree: readonly TreeCategory[], { id, name }: { id: string; name: string }): TreeChanged {
  if (!tree.some(category => category.id === id)) return { kind: 'no-such-category' }
  return layOut(tree.map(category => (category.id === id ? { ...category, name } : category)))
}

type Move = { id: string; parentId: string | null; beforeId: string | null }

/** The tree with one category, and all below it, moved: before another one with that parent, or to the end. */
export function moveInTree(tree: readonly TreeCategory[], { id, parentId, beforeId }: Move): TreeChanged {
  const byId = new Map(tree.map(category => [category.id, category]))
  const moved = byId.get(id)
  if (!moved || (parentId !== null && !byId.has(parentId))) return { kind: 'no-such-category' }
  for (let above = parentId; above !== null; above = byId.get(above)?.parentId ?? null) {
    if (above === id) return { kind: 'category-into-itself' }
  }
  const siblings = childrenOf(tree, parentId).filter(category => category.id !== id)
  const at = siblings.findIndex(category => category.id === beforeId)
  const placed = siblings.toSpliced(at === -1 ? siblings.length : at, 0, moved)
  const places = new Map(placed.map((category, place) => [category.id, place + 1]))
  return layOut(
    tree.map(category => ({
      ...category,
      parentId: category.id === id ? parentId : category.parentId,
      place: places.get(category.id) ?? category.place,
    })),
  )
}

/** Sorted as people see it: by place, and by name where places are equal. */
function childrenOf(tree: readonly TreeCategory[], parentId: string | null): TreeCategory[] {
  const children = tree.filter(category => category.parentId === parentId)
  return children.sort((one, other) => one.place - other.place || one.path.localeCompare(other.path))
}

/** Paths and levels follow from names and parents. Parents come before their children. */
export function layOut(tree: readonly TreeCategory[]): TreeChanged {
  const laidOut: TreeCategory[] = []
  const addBelow = (parent: TreeCategory | undefined) => {
    for (const child of childrenOf(tree, parent?.id ?? null)) {
      const path = joinCategoryPath(parent ? [parent.path, child.name] : [child.name])
      const placed = { ...child, path, level: (parent?.level ?? 0) + 1 }
      laidOut.push(placed)
      addBelow(placed)
    }
  }
  addBelow(undefined)
  if (laidOut.some(({ level }) => level > mostCategoryLevels)) return { kind: 'category-too-deep' }
  const paths = new Set(laidOut.map(({ path }) => path.toLowerCase()))
  return paths.size < laidOut.length ? { kind: 'category-taken' } : { kind: 'tree', tree: laidOut }
}
