import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'

/**
 * Keeps what was typed: whoever leaves by a link, by the browser's way back or by Cancel is asked first (LeaveDialog), and
 * the browser asks before the tab is closed or loaded again.
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
    /** Leaves at once where nothing would be lost. */
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
