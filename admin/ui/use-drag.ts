import { useCallback, useRef, useState } from 'react'

type DragData = Record<string, unknown>

/** The half of the place that the pointer was in. A list inserts before or after. */
export type DropHalf = 'upper' | 'lower'

type Place<Data> = {
  /** True if a drag with this data may end here. Several kinds of drag may run on one screen. */
  accepts: (data: DragData) => data is Data & DragData
  onDrop: (data: Data, half: DropHalf) => void
}

/** Loaded with the first element that can be dragged. A screen works without it, by its menus and buttons. */
const loadAdapter = () => import('@atlaskit/pragmatic-drag-and-drop/element/adapter')

/** Sets something up when the chunk has arrived, and not if the element left the page before. */
function whenLoaded(setUp: (adapter: Awaited<ReturnType<typeof loadAdapter>>) => () => void): () => void {
  let cleanUp: (() => void) | undefined
  let isGone = false
  // A chunk that can't be loaded leaves the menus and buttons.
  loadAdapter().then(
    adapter => {
      if (!isGone) cleanUp = setUp(adapter)
    },
    () => undefined,
  )
  return () => {
    isGone = true
    cleanUp?.()
  }
}

/**
 * Lets the element be dragged, with this data. Dragging is never the only way to move a thing: a menu or buttons do the
 * same (WCAG 2.5.7). Without data the element can't be dragged.
 */
export function useDraggable<Data extends DragData>(data: Data | undefined) {
  const [isDragged, setIsDragged] = useState(false)
  const current = useRef(data)
  current.current = data
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return
    return whenLoaded(({ draggable }) =>
      draggable({
        element,
        canDrag: () => current.current !== undefined,
        getInitialData: () => ({ ...current.current }),
        onDragStart: () => setIsDragged(true),
        onDrop: () => setIsDragged(false),
      }),
    )
  }, [])
  return { ref, isDragged }
}

/** Lets a drag end on the element. `isOver` marks the place while the pointer is on it. */
export function useDropPlace<Data>(place: Place<Data>) {
  const [isOver, setIsOver] = useState(false)
  const current = useRef(place)
  current.current = place
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return
    return whenLoaded(({ dropTargetForElements }) =>
      dropTargetForElements({
        element,
        canDrop: ({ source }) => current.current.accepts(source.data),
        onDragEnter: () => setIsOver(true),
        onDragLeave: () => setIsOver(false),
        onDrop: ({ source, location }) => {
          setIsOver(false)
          // Places may be nested, as categories are. The innermost one takes the drop.
          if (location.current.dropTargets[0]?.element !== element) return
          if (!current.current.accepts(source.data)) return
          const { top, height } = element.getBoundingClientRect()
          current.current.onDrop(source.data, location.current.input.clientY < top + height / 2 ? 'upper' : 'lower')
        },
      }),
    )
  }, [])
  return { ref, isOver }
}
