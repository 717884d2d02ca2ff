import type { Label } from './types.ts'

/**
 * The lower limits of the labels, in decades of guesses. Guessing over the network can reach 6. Tuning data gave 9.8:
 * decorated names and words are below it, random strings of nine characters above it (docs/strength.md).
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
