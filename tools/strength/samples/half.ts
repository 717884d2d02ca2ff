/** The tuning half and the reporting half share neither words nor people nor seeds. */

import { partOf } from '../leaked-passwords.ts'

export type Half = 'tuning' | 'report'

export function takeHalf(texts: readonly string[], half: Half): string[] {
  return texts.filter(text => partOf(text, 2) === (half === 'tuning' ? 0 : 1))
}
