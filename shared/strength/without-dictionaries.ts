import { isAcceptable } from './labels.ts'
import type { Dictionaries, StrengthEstimate } from './types.ts'

export const NO_DICTIONARIES: Dictionaries = { words: new Map(), strings: new Map(), letterCosts: new Uint8Array() }

/** The estimate before the dictionaries are loaded: it reports what the rules refuse, and is never more than Weak. */
export function untilChecked(byRules: StrengthEstimate): StrengthEstimate {
  if (!isAcceptable(byRules.label)) return byRules
  return { ...byRules, label: 1, reasons: [{ code: 'checking' }], tip: 'wait' }
}
