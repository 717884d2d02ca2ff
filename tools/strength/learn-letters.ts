/** Learns how surprising a character is after the previous two, from leaked passwords. */

import { ALPHABET_SIZE, indexOfCharacter, LEVELS_PER_DECADE } from '../../shared/strength/letters.ts'
import type { LeakedPassword } from './leaked-passwords.ts'

const TRUST_IN_SHORTER = 6
const HIGHEST_LEVEL = 44

type Counts = { one: Float64Array; two: Float64Array; three: Float64Array }

function count(passwords: readonly LeakedPassword[]): Counts {
  const size = ALPHABET_SIZE
  const counts = { one: new Float64Array(size), two: new Float64Array(size ** 2), three: new Float64Array(size ** 3) }
  for (const { text } of passwords) {
    let before = 0
    let last = 0
    for (const character of text.toLowerCase()) {
      const index = indexOfCharacter(character)
      counts.one[index] = (counts.one[index] as number) + 1
      const pair = last * size + index
      counts.two[pair] = (counts.two[pair] as number) + 1
      const triple = (before * size + last) * size + index
      counts.three[triple] = (counts.three[triple] as number) + 1
      before = last
      last = index
    }
  }
  return counts
}

/** The shares of each successor, backed off to the shares after a shorter history if there is little data. */
function share(counts: Float64Array, shorter: Float64Array): Float64Array {
  const size = ALPHABET_SIZE
  const shares = new Float64Array(counts.length)
  for (let row = 0; row < counts.length; row += size) {
    const seen = counts.subarray(row, row + size).reduce((sum, value) => sum + value, 0)
    const shorterRow = row % shorter.length
    for (let index = 0; index < size; index++) {
      const expected = TRUST_IN_SHORTER * (shorter[shorterRow + index] as number)
      shares[row + index] = ((counts[row + index] as number) + expected) / (seen + TRUST_IN_SHORTER)
    }
  }
  return shares
}

export function learnLetterCosts(passwords: readonly LeakedPassword[]): Uint8Array {
  const { one, two, three } = count(passwords)
  const even = new Float64Array(ALPHABET_SIZE).fill(1 / ALPHABET_SIZE)
  const shares = share(three, share(two, share(one, even)))
  return Uint8Array.from(shares, value => Math.min(HIGHEST_LEVEL, Math.round(-Math.log10(value) * LEVELS_PER_DECADE)))
}
