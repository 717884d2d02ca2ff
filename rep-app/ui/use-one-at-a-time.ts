import { useCallback, useRef, useState } from 'react'

/**
 * Runs one action at a time. On a slow tablet a second tap arrives before React has drawn the busy button, so a ref
 * decides and the state only shows it.
 */
export function useOneAtATime() {
  const isRunning = useRef(false)
  const [isBusy, setIsBusy] = useState(false)
  const run = useCallback(async (action: () => Promise<unknown>): Promise<void> => {
    if (isRunning.current) return
    isRunning.current = true
    setIsBusy(true)
    try {
      await action()
    } finally {
      isRunning.current = false
      setIsBusy(false)
    }
  }, [])
  return { run, isBusy }
}
