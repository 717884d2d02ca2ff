export type Timer = { stop(): Promise<void> }

/**
 * Runs now, and again a while after each run has ended, so runs never overlap. A fault is reported, and the timer
 * continues.
 */
export function startTimer(options: {
  seconds: number
  run: () => Promise<void>
  onFault: (fault: unknown) => void
}): Timer {
  let isStopped = false
  let next: NodeJS.Timeout | undefined
  let running = Promise.resolve()

  const tick = async () => {
    await options.run().catch(options.onFault)
    if (!isStopped) next = setTimeout(start, options.seconds * 1000)
  }
  const start = () => {
    running = tick()
  }
  start()

  return {
    stop: async () => {
      isStopped = true
      clearTimeout(next)
      await running
    },
  }
}
