import type { Characters } from '../characters.ts'
import { ROOT, stepInto, type Trie } from '../trie.ts'
import type { Report, SegmentKind } from './segment.ts'

const CAPITALS = 0.4

/** Reports strings that are used as written: common digits, symbols and mixtures, or the company's phrases. */
export function findStrings(characters: Characters, kind: SegmentKind, strings: Trie, report: Report): void {
  const { lowerCodes, isUpper, length } = characters
  for (let start = 0; start < length; start++) {
    let node = ROOT
    let capitals = 0
    for (let at = start; at < length; at++) {
      node = stepInto(strings, node, lowerCodes[at] as number)
      if (node === ROOT) break
      if (isUpper[at]) capitals = CAPITALS
      const cost = strings.costs[node] as number
      if (!Number.isNaN(cost)) report(kind, start, at + 1, cost + capitals)
    }
  }
}
