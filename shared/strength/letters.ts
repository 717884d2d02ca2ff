/** Cost of characters that no pattern explains: how surprising each is after the two before it. */

import type { Characters } from './characters.ts'

/** Index 0 is the beginning, or any character that isn't listed. */
const ALPHABET = ' abcdefghijklmnopqrstuvwxyz0123456789._-!@'
export const ALPHABET_SIZE = ALPHABET.length
export const LEVELS_PER_DECADE = 16

const OTHER_SYMBOL = 1.5
const WITHOUT_MODEL = 1.4
export const DEAREST = 1.75
const CAPITAL_AT_START = 0.3
const CAPITAL_INSIDE = 0.6
const CAPITAL_AFTER_CAPITAL = 0.1

/** An alphabet has tens of letters; the scripts of East Asia have thousands of characters. */
const SCRIPTS: [RegExp, number][] = [
  [/^\p{M}$/u, 0.3],
  [/^\p{Script=Han}$/u, 2.4],
  [/^\p{Script=Hangul}$/u, 2],
  [/^\p{L}$/u, 1.25],
  [/^\p{Extended_Pictographic}/u, 2],
]

export function indexOfCharacter(lower: string): number {
  return Math.max(0, ALPHABET.indexOf(lower))
}

function costOfForeign(character: string): number {
  for (const [script, cost] of SCRIPTS) if (script.test(character)) return cost
  return OTHER_SYMBOL
}

export function costOfCase(characters: Characters, at: number): number {
  if (!characters.isUpper[at]) return 0
  if (at > 0 && characters.isUpper[at - 1]) return CAPITAL_AFTER_CAPITAL
  return at > 0 && characters.kinds[at - 1] === 'letter' ? CAPITAL_INSIDE : CAPITAL_AT_START
}

/** How surprising each letter is in this spelling: as typed, or without l33t. */
export function surprisesOf(
  spelling: readonly string[],
  lower: readonly string[],
  letterCosts: Uint8Array,
): Float64Array {
  const costs = new Float64Array(spelling.length)
  let before = 0
  let last = 0
  for (let at = 0; at < spelling.length; at++) {
    const index = indexOfCharacter(spelling[at] as string)
    const level = letterCosts[(before * ALPHABET_SIZE + last) * ALPHABET_SIZE + index]
    const known = level === undefined ? WITHOUT_MODEL : level / LEVELS_PER_DECADE
    costs[at] = index === 0 ? costOfForeign(lower[at] as string) : known
    before = last
    last = index
  }
  return costs
}

/** The cost of each character in decades: its surprise, but never more than trying all characters costs. */
export function costsOfLetters(characters: Characters, letterCosts: Uint8Array): Float64Array {
  const surprises = surprisesOf(characters.plain, characters.lower, letterCosts)
  return surprises.map(
    (surprise, at) => Math.min(surprise, dearest(characters.lower[at] as string)) + costOfCase(characters, at),
  )
}

function dearest(character: string): number {
  return character < '\u0080' ? DEAREST : Infinity
}
