import { useCallback } from 'react'

type Ref = (element: HTMLElement | null) => (() => void) | undefined

/** One ref for an element that is dragged and is also a place to drop on. It is stable, so no drag ends by a rendering. */
export function useBothRefs(one: Ref, other: Ref): Ref {
  return useCallback(
    element => {
      const ends = [one(element), other(element)]
      return () => {
        for (const end of ends) end?.()
      }
    },
    [one, other],
  )
}
