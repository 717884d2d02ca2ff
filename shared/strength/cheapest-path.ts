/** Finds the cheapest way to build a password from patterns and single characters, in decades of guesses. */

import type { Characters } from './characters.ts'
import type { OwnWords } from './context-words.ts'
import { costsOfLetters } from './letters.ts'
import { findCopies } from './patterns/copies.ts'
import { findDates } from './patterns/dates.ts'
import { findDigits } from './patterns/digits.ts'
import { findKeyboardWalks } from './patterns/keyboard.ts'
import type { Report, Segment } from './patterns/segment.ts'
import { findSequences } from './patterns/sequences.ts'
import { findStrings } from './patterns/strings.ts'
import { findWordLike } from './patterns/word-like.ts'
import { findWords } from './patterns/words.ts'
import type { Trie } from './trie.ts'

/** An attacker must also guess where one pattern ends and the next begins. */
const SEAM = 0.2

const SHORTEST_WORD = 3
const SHORTEST_OWN = 2

export type Path = { cost: number; segments: Segment[] }

/** The dictionaries as tries, and the user's own words. */
export type Knowledge = { words: Trie; strings: Trie; letterCosts: Uint8Array }

function sumUp(costs: Float64Array): Float64Array {
  const sums = new Float64Array(costs.length + 1)
  for (let at = 0; at < costs.length; at++) sums[at + 1] = (sums[at] as number) + (costs[at] as number)
  return sums
}

/** Patterns that cost less than their single letters, indexed by their end. */
function findSegments(characters: Characters, knowledge: Knowledge, own: OwnWords, letters: Float64Array) {
  const { words, strings, letterCosts } = knowledge
  const sums = sumUp(letters)
  const endingAt: Segment[][] = Array.from({ length: characters.length + 1 }, () => [])
  const report: Report = (kind, start, end, cost) => {
    if (cost < (sums[end] as number) - (sums[start] as number)) endingAt[end]?.push({ kind, start, end, cost })
  }
  findWords(characters, { kind: 'own', trie: own.person, shortest: SHORTEST_OWN }, report)
  findWords(characters, { kind: 'company', trie: own.company, shortest: SHORTEST_OWN }, report)
  findWords(characters, { kind: 'word', trie: words, shortest: SHORTEST_WORD }, report)
  findStrings(characters, 'own', own.personPhrases, report)
  findStrings(characters, 'company', own.companyPhrases, report)
  findStrings(characters, 'string', strings, report)
  findWordLike(characters, letterCosts, report)
  findDates(characters, report)
  findDigits(characters, report)
  findSequences(characters, report)
  findKeyboardWalks(characters, report)
  findCopies(characters, report)
  return endingAt
}

/** Two states for each position: inside single letters, or right after a pattern. Only a change of state costs a seam. */
export function findCheapestPath(characters: Characters, knowledge: Knowledge, own: OwnWords): Path {
  const { length } = characters
  const letterCosts = costsOfLetters(characters, knowledge.letterCosts)
  const endingAt = findSegments(characters, knowledge, own, letterCosts)
  const inLetters = new Float64Array(length + 1).fill(Infinity)
  const afterPattern = new Float64Array(length + 1).fill(Infinity)
  const chosen: (Segment | undefined)[] = new Array(length + 1)
  const lettersSince = new Int32Array(length + 1)
  const best = (place: number) => Math.min(inLetters[place] as number, afterPattern[place] as number)
  inLetters[0] = -SEAM
  for (let end = 1; end <= length; end++) {
    const from = end - 1
    const stay = inLetters[from] as number
    const enter = (afterPattern[from] as number) + SEAM
    const step = letterCosts[from] as number
    const entersFresh = from === 0 || enter < stay
    inLetters[end] = (from === 0 ? 0 : Math.min(stay, enter)) + step
    lettersSince[end] = entersFresh ? from : (lettersSince[from] as number)
    for (const segment of endingAt[end] as Segment[]) {
      const cost = best(segment.start) + SEAM + segment.cost
      if (cost < (afterPattern[end] as number)) {
        afterPattern[end] = cost
        chosen[end] = segment
      }
    }
  }
  const segments = traceBack(length, inLetters, afterPattern, chosen, lettersSince)
  return { cost: best(length), segments }
}

function traceBack(
  length: number,
  inLetters: Float64Array,
  afterPattern: Float64Array,
  chosen: (Segment | undefined)[],
  lettersSince: Int32Array,
): Segment[] {
  const segments: Segment[] = []
  let end = length
  while (end > 0) {
    const pattern = (afterPattern[end] as number) <= (inLetters[end] as number) ? chosen[end] : undefined
    const start = pattern?.start ?? (lettersSince[end] as number)
    const cost = (inLetters[end] as number) - Math.min(inLetters[start] as number, afterPattern[start] as number)
    segments.push(pattern ?? { kind: 'letters', start, end, cost })
    end = start
  }
  return segments.reverse()
}
