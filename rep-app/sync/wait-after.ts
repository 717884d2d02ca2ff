import type { LastTry } from './sync-status.ts'

const REGULAR_MS = 5 * 60_000
const FIRST_MS = 5000

/** The delay before the next attempt. After the session ended, only a sign-in helps. */
export function waitAfter(result: LastTry['result'], failures: number): number | undefined {
  if (result === 'session-ended') return undefined
  if (result === 'complete') return REGULAR_MS
  return Math.min(REGULAR_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
}
