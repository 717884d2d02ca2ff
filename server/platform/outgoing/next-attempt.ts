import { daySeconds, hourSeconds, minuteSeconds } from '../../../shared/time.ts'

/** How long an event is sent again, and how long a webhook may fail before it is disabled. */
export const retriedForSeconds = 3 * daySeconds

const waits = [
  5,
  30,
  2 * minuteSeconds,
  10 * minuteSeconds,
  30 * minuteSeconds,
  hourSeconds,
  2 * hourSeconds,
  4 * hourSeconds,
]
const longestWait = 8 * hourSeconds

/** When to send again after a failed attempt. The last attempt is three days after the first one; undefined after it. */
export function nextAttempt({
  attempts,
  firstAt,
  at,
}: {
  attempts: number
  firstAt: Date
  at: Date
}): Date | undefined {
  const last = firstAt.getTime() + retriedForSeconds * 1000
  if (at.getTime() >= last) return undefined
  const wait = waits[attempts - 1] ?? longestWait
  return new Date(Math.min(at.getTime() + wait * 1000, last))
}
