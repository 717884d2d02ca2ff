import type { AskedBy, ResetPurpose } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'

type ResetOrigin = { askedBy: AskedBy; purpose: ResetPurpose }

/**
 * People who didn't request the reset themselves may read the email tomorrow or after a weekend (a deviation from ASVS
 * 6.5.5).
 */
function longLife({ askedBy, purpose }: ResetOrigin): number | undefined {
  if (purpose === 'invitation') return limits.resets.invitationSeconds
  if (askedBy === 'administrator' || askedBy === 'command-line') return limits.resets.administratorSeconds
  return undefined
}

/** How long a request may wait for delivery. */
export function handOverSecondsOf(asked: ResetOrigin): number {
  return longLife(asked) ?? limits.resets.handOverSeconds
}

/** How long link and code work after delivery. */
export function lifeSecondsOf(asked: ResetOrigin, resetCodeMinutes: number): number {
  return longLife(asked) ?? resetCodeMinutes * 60
}
