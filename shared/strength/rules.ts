/** Rules that keep a password Weak regardless of its guesses, each with a reason. None requires a character class. */

import type { Characters } from './characters.ts'
import { areRowNeighbours } from './patterns/keyboard.ts'
import type { Reason } from './types.ts'

const SHORTEST_RUN = 4
const SHORTEST_EQUAL_RUN = 3
const FEWEST_LEFT = 8
const FEWEST_DISTINCT = 5
const FEWEST_DIGITS = 15

type Step = 'equal' | 'up' | 'down' | 'row' | undefined

function stepBetween(left: string, right: string): Step {
  const difference = (right.codePointAt(0) ?? 0) - (left.codePointAt(0) ?? 0)
  if (difference === 0) return left === right ? 'equal' : undefined
  if (Math.abs(difference) === 1) return difference === 1 ? 'up' : 'down'
  return areRowNeighbours(left, right) ? 'row' : undefined
}

export type Runs = { charactersLeft: number; longest: 'repeats' | 'sequence' | undefined }

/** Counts each run of sequential, neighbouring or equal characters as one character. */
export function collapseRuns(characters: Characters): Runs {
  const { plain, length } = characters
  let charactersLeft = length
  let longest: Runs['longest']
  let longestLength = 0
  let start = 0
  for (let at = 1; at <= length; at++) {
    const step = at < length ? stepBetween(plain[at - 1] as string, plain[at] as string) : undefined
    const runStep = at - start > 1 ? stepBetween(plain[start] as string, plain[start + 1] as string) : step
    if (step !== undefined && step === runStep) continue
    const run = at - start
    if (run >= (runStep === 'equal' ? SHORTEST_EQUAL_RUN : SHORTEST_RUN)) {
      charactersLeft -= run - 1
      if (run > longestLength) longest = runStep === 'equal' ? 'repeats' : 'sequence'
      longestLength = Math.max(run, longestLength)
    }
    start = run > 1 && step !== undefined ? at - 1 : at
  }
  return { charactersLeft, longest }
}

/** True if the password repeats one part at least twice. The last repeat may be incomplete. */
export function isPeriodic(plain: readonly string[]): boolean {
  for (let period = 1; period * 2 <= plain.length; period++) {
    if (plain.every((character, at) => at < period || character === plain[at - period])) return true
  }
  return false
}

export function findBrokenRule(characters: Characters, minimumLength: number): Reason | undefined {
  if (characters.length < minimumLength) return { code: 'too-short', count: minimumLength - characters.length }
  if (isPeriodic(characters.plain)) return { code: 'repeats' }
  const runs = collapseRuns(characters)
  if (runs.charactersLeft < Math.min(FEWEST_LEFT, characters.length)) return { code: runs.longest ?? 'sequence' }
  if (characters.length < FEWEST_DIGITS && characters.kinds.every(kind => kind === 'digit'))
    return { code: 'digits-only' }
  if (new Set(characters.plain).size < FEWEST_DISTINCT) return { code: 'few-characters' }
  return undefined
}
