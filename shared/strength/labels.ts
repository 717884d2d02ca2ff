import type { Label } from './types.ts'

/**
 * Where a label begins, in decades of guesses. 6 is what guessing over the network can reach. 9.8 was chosen on
 * tuning data: below it lie decorated names and words, above it random strings of nine characters (docs/strength.md).
 */
const WEAK = 6
const ACCEPTABLE = 9.8
const GOOD = 12
const EXCELLENT = 15.5

export function labelOf(log10Guesses: number): Label {
  if (log10Guesses < WEAK) return 0
  if (log10Guesses < ACCEPTABLE) return 1
  if (log10Guesses < GOOD) return 2
  return log10Guesses < EXCELLENT ? 3 : 4
}

export function isAcceptable(label: Label): boolean {
  return label >= 2
}
