import { readCharacters } from './characters.ts'
import { findCheapestPath } from './cheapest-path.ts'
import { isTooLong, normalise, splitIntoCodePoints } from './code-points.ts'
import { collectOwnWords, type OwnWords } from './context-words.ts'
import { labelOf } from './labels.ts'
import { adviseOn, explain } from './reasons.ts'
import { findBrokenRule } from './rules.ts'
import { createTrie } from './trie.ts'
import type { Dictionaries, Estimator, Label, Reason, StrengthContext, StrengthEstimate } from './types.ts'

export type { Dictionaries, Estimator, StrengthContext, StrengthEstimate } from './types.ts'

const WEAK: Label = 1

function refuse(label: Label, log10Guesses: number, reason: Reason): StrengthEstimate {
  return { label, log10Guesses, reasons: [reason], tip: adviseOn(label, [reason]) }
}

/** Caches the own words of a user, which would otherwise be collected at each keystroke. */
function rememberLast(collect: (context: StrengthContext) => OwnWords): (context: StrengthContext) => OwnWords {
  let last: { context: StrengthContext; words: OwnWords } | undefined
  return context => {
    if (last?.context !== context) last = { context, words: collect(context) }
    return last.words
  }
}

/**
 * Creates the estimator that pages, server and command line share. It reads at most 256 code points of the NFC form, so
 * that any input is answered in milliseconds. It doesn't check the residual leaked list.
 */
export function createEstimator(dictionaries: Dictionaries): Estimator {
  const { letterCosts } = dictionaries
  const knowledge = { words: createTrie(dictionaries.words), strings: createTrie(dictionaries.strings), letterCosts }
  const ownWordsOf = rememberLast(collectOwnWords)
  return (password, context) => {
    const normalised = normalise(password)
    const codePoints = splitIntoCodePoints(normalised)
    if (codePoints.every(character => character.trim() === '')) return refuse(0, 0, { code: 'empty' })
    const characters = readCharacters(codePoints)
    const path = findCheapestPath(characters, knowledge, ownWordsOf(context))
    const log10Guesses = Math.max(0, path.cost)
    if (isTooLong(normalised)) return refuse(WEAK, log10Guesses, { code: 'too-long' })
    const broken = findBrokenRule(characters, context.minimumLength)
    const label = broken ? (Math.min(WEAK, labelOf(log10Guesses)) as Label) : labelOf(log10Guesses)
    const found = explain(label, path.segments)
    const reasons = broken ? [broken, ...found.filter(reason => reason.code !== broken.code)] : found
    return { label, log10Guesses, reasons, tip: adviseOn(label, reasons) }
  }
}
