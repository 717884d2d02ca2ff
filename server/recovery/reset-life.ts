import type { AskedBy } from '../database/tables.ts'
import { limits } from '../limits/limits.ts'

/** Somebody who did not ask themselves may read their mail tomorrow (docs/decisions, a deviation from ASVS 6.5.5). */
const isAskedForAnother = (askedBy: AskedBy) => askedBy === 'administrator' || askedBy === 'command-line'

/** How long a request may wait for its hand-over. */
export function handOverSecondsOf(askedBy: AskedBy): number {
  return isAskedForAnother(askedBy) ? limits.resets.administratorSeconds : limits.resets.handOverSeconds
}

/** How long link and code work, from the hand-over. */
export function lifeSecondsOf(askedBy: AskedBy, resetCodeMinutes: number): number {
  return isAskedForAnother(askedBy) ? limits.resets.administratorSeconds : resetCodeMinutes * 60
}
