import type { DeviceClock } from '../device/device-clock.ts'
import type { Result } from './round.ts'
import { waitAfter } from './wait-after.ts'

const HAND_IN_EVERY_MS = 10 * 60_000

export type Finished = { at: number; result: Result; nextTryAt: number | null }

type Needs = {
  clock: DeviceClock
  round(): Promise<Result>
  onFinished(finished: Finished): Promise<void>
  /** An administrator may release items of users who aren't signed in. */
  hasUnsent(): boolean
}

/** Decides when a round runs: on request, and again after a wait that grows with each failure. One round at a time. */
export function createScheduler({ clock, round, onFinished, hasUnsent }: Needs) {
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<Result> | undefined
  let isAskedAgain = false

  async function run(): Promise<Result> {
    clearTimeout(timer)
    const result = await round()
    failures = result === 'complete' ? 0 : failures + 1
    const at = clock.now()
    const wait = waitAfter(result, failures)
    // Without a session nothing is pushed, but an administrator may have released items.
    const again = result === 'session-ended' && hasUnsent() ? HAND_IN_EVERY_MS : wait
    if (again !== undefined) timer = setTimeout(() => void syncNow(), again)
    await onFinished({ at, result, nextTryAt: wait === undefined ? null : at + wait })
    return result
  }

  /** A request during a round waits for that round and one more, because the running round may have started too early. */
  function syncNow(): Promise<Result> {
    if (running) isAskedAgain = true
    running ??= run().finally(() => {
      running = undefined
      if (isAskedAgain) void syncNow()
      isAskedAgain = false
    })
    return running
  }

  return { syncNow }
}
