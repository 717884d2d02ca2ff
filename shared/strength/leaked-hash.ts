/** The format of leaked hashes, shared by browser and server: the beginning of the SHA-256 of the UTF-8 form. */

import type { StrengthEstimate } from './types.ts'

export const LEAKED_BYTES = 5

/** The browser sends this many hexadecimal characters of the hash. Thousands of passwords in use share them. */
export const SHARD_CHARACTERS = 3

/** The forms of a password to look up. Leaked lists are mostly in lower case. */
export function formsToLookUp(normalised: string): string[] {
  return [...new Set([normalised, normalised.toLowerCase()])]
}

/** Makes a leaked password Weak, regardless of its estimate. */
export function asLeaked(estimate: StrengthEstimate): StrengthEstimate {
  return { ...estimate, label: 1, reasons: [{ code: 'leaked' }], tip: 'use-other-password' }
}
