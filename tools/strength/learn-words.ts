/** Learns the words and strings in leaked passwords, and their frequency. */

import { foldWord } from '../../shared/strength/fold.ts'
import type { LeakedPassword } from './leaked-passwords.ts'

const RUNS = /\p{L}+|\p{Nd}+|[^\p{L}\p{Nd}]+/gu
const LETTERS = /^\p{L}/u
const SIMPLE = /^\p{L}*[^\p{L}]*$/u
const SHORTEST_WORD = 3
const LONGEST_STRING = 12
const MIXED_FROM_RANK = 120_000

export type Learnt = { words: Map<string, number>; strings: Map<string, number> }

const add = (map: Map<string, number>, key: string, weight: number) => map.set(key, (map.get(key) ?? 0) + weight)

/**
 * Half of the weight is how often a password is used (Zipf: one over its rank), half is the number of passwords with
 * the word.
 */
function weigh(rank: number, total: number): number {
  return 0.5 / (rank * 14.4) + 0.5 / total
}

function toCosts(weights: Map<string, number>, most: number, least: number): Map<string, number> {
  const sum = weights.values().reduce((total, weight) => total + weight, 0)
  const kept = [...weights].filter(([, weight]) => weight > least).sort((a, b) => b[1] - a[1])
  return new Map(kept.slice(0, most).map(([text, weight]) => [text, -Math.log10(weight / sum)]))
}

export type Amounts = { words: number; strings: number; mixed: number }

export function learnWords(passwords: readonly LeakedPassword[], amounts: Amounts): Learnt {
  const words = new Map<string, number>()
  const strings = new Map<string, number>()
  const mixed: [string, number][] = []
  for (const { text, rank } of passwords) {
    const weight = weigh(rank, passwords.length)
    for (const [run] of text.matchAll(RUNS)) {
      if (!LETTERS.test(run)) {
        if (run.length <= LONGEST_STRING) add(strings, run, weight)
      } else if (run.length >= SHORTEST_WORD) add(words, foldWord(run), weight)
    }
    if (rank < MIXED_FROM_RANK && text.length > 4 && !SIMPLE.test(text))
      mixed.push([text.toLowerCase(), Math.log10(rank) + 1])
  }
  const once = 1.01 * weigh(1e9, passwords.length)
  const stringCosts = toCosts(strings, amounts.strings, once)
  for (const [text, cost] of mixed.sort((a, b) => a[1] - b[1]).slice(0, amounts.mixed)) {
    if (!stringCosts.has(text)) stringCosts.set(text, cost)
  }
  return { words: toCosts(words, amounts.words, 0), strings: stringCosts }
}
