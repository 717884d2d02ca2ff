/** What browser and server agree on about leaked passwords: SHA-256 of the UTF-8 form, of which so much is kept. */

import type { StrengthEstimate } from './types.ts'

export const LEAKED_BYTES = 5

/** So many hexadecimal characters of the hash the browser tells; some thousand passwords in use share them. */
export const SHARD_CHARACTERS = 3

/** The forms of a password that are looked up; lists hold mostly lower case. */
export function formsToLookUp(normalised: string): string[] {
  return [...new Set([normalised, normalised.toLowerCase()])]
}

/** What a leaked password is shown as, whatever its estimate. */
export function asLeaked(estimate: StrengthEstimate): StrengthEstimate {
  return { ...estimate, label: 1, reasons: [{ code: 'leaked' }], tip: 'use-other-password' }
}
