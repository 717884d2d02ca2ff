import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'

/**
 * Protects unsaved input. A link, the Back button and Cancel ask first (LeaveDialog), and the browser asks before the tab
 * closes or reloads.
 */
export function useUnsaved(isUnsaved: boolean) {
  const blocked = useBlocker({
    shouldBlockFn: () => isUnsaved,
    enableBeforeUnload: () => isUnsaved,
    withResolver: true,
  })
  const [cancel, setCancel] = useState<() => void>()
  return {
    isAsked: blocked.status === 'blocked' || cancel !== undefined,
    /** Leaves immediately if nothing would be lost. */
    leave: (go: () => void) => (isUnsaved ? setCancel(() => go) : go()),
    stay: () => {
      setCancel(undefined)
      blocked.reset?.()
    },
    goOn: () => {
      setCancel(undefined)
      cancel?.()
      blocked.proceed?.()
    },
  }
}

export type Unsaved = ReturnType<typeof useUnsaved>
