import { useState } from 'react'

/** The chosen rows of a list, kept while its pages turn. */
export function useSelection() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const set = (changed: readonly string[], isSelected: boolean) =>
    setIds(before => {
      const after = new Set(before)
      for (const id of changed) isSelected ? after.add(id) : after.delete(id)
      return after
    })
  const has = (id: string) => ids.has(id)
  return {
    ids: [...ids],
    has,
    set,
    areAll: (some: readonly string[]) => some.length > 0 && some.every(has),
    areSome: (some: readonly string[]) => some.some(has) && !some.every(has),
    clear: () => setIds(new Set()),
  }
}

export type Selection = ReturnType<typeof useSelection>
