export type Timer = { stop(): Promise<void> }

/** What runs on a timer. Work that takes minutes ends early when the signal says that the process stops. */
export type TimedRun = (stopping: AbortSignal) => Promise<void>

/**
 * Runs now, and again a while after each run has ended, so runs never overlap. A fault is reported, and the timer
 * continues.
 */
export function startTimer(options: { seconds: number; run: TimedRun; onFault: (fault: unknown) => void }): Timer {
  const stopping = new AbortController()
  const { signal } = stopping
  let next: NodeJS.Timeout | undefined
  let running = Promise.resolve()

  const tick = async () => {
    await options.run(signal).catch(fault => {
      if (fault !== signal.reason) options.onFault(fault)
    })
    if (!signal.aborted) next = setTimeout(start, options.seconds * 1000)
  }
  const start = () => {
    running = tick()
  }
  start()

  return {
    stop: async () => {
      stopping.abort()
      clearTimeout(next)
      await running
    },
  }
}
