import type { Characters } from '../characters.ts'
import { isEmpty, ROOT, stepInto, type Trie } from '../trie.ts'
import type { Report, SegmentKind } from './segment.ts'

const REVERSED = 0.4
const LONGEST = 48
const SHORTEST_DISGUISED = 4

/** The number of ways to capitalise a word of this length: none, first, all, or any choice of this many letters. */
export function costOfCapitals(capitals: number, isFirst: boolean, length: number): number {
  if (capitals === 0) return 0
  if ((isFirst && capitals === 1) || capitals === length) return 0.3
  return 0.5 + logOfChoices(Math.min(capitals, length - capitals), length)
}

function logOfChoices(chosen: number, from: number): number {
  let log = 0
  for (let step = 1; step <= chosen; step++) log += Math.log10((from - step + 1) / step)
  return log
}

/** Users substitute by habit: the first substitution predicts most of the others. */
export function costOfSubstitutes(substitutes: number): number {
  return substitutes === 0 ? 0 : 0.3 + 0.15 * substitutes
}

/** Three characters can resemble any word. In longer words, at least a third must be real letters. */
function isReadable(length: number, substitutes: number): boolean {
  return substitutes === 0 || (length >= SHORTEST_DISGUISED && (length - substitutes) * 2 >= substitutes)
}

type Vocabulary = { kind: SegmentKind; trie: Trie; shortest: number }

/** Reports every dictionary word, forwards and backwards, in any case, with or without l33t and accents. */
export function findWords(characters: Characters, vocabulary: Vocabulary, report: Report): void {
  if (isEmpty(vocabulary.trie)) return
  for (let place = 0; place < characters.length; place++) {
    walk(characters, vocabulary, place, 1, report)
    walk(characters, vocabulary, place, -1, report)
  }
}

function walk(characters: Characters, vocabulary: Vocabulary, first: number, step: 1 | -1, report: Report): void {
  const { foldedCodes, isUpper, isSubstitute, length: all } = characters
  const { kind, trie, shortest } = vocabulary
  let node = ROOT
  let capitals = 0
  let substitutes = 0
  for (let at = first; at >= 0 && at < all && Math.abs(at - first) < LONGEST; at += step) {
    node = stepInto(trie, node, foldedCodes[at] as number)
    if (node === ROOT) return
    if (isUpper[at]) capitals++
    if (isSubstitute[at]) substitutes++
    const length = Math.abs(at - first) + 1
    const word = trie.costs[node] as number
    if (Number.isNaN(word) || length < shortest || !isReadable(length, substitutes)) continue
    const start = Math.min(first, at)
    const written = costOfCapitals(capitals, isUpper[start] === true, length) + costOfSubstitutes(substitutes)
    report(kind, start, start + length, word + written + (step === 1 ? 0 : REVERSED))
  }
}
