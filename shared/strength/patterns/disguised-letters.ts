import type { Characters } from '../characters.ts'
import { costsOfLetters } from '../letters.ts'
import type { Report } from './segment.ts'
import { costOfSubstitutes } from './words.ts'

const SHORTEST = 4
const LONGEST = 24

/** Reports l33t in words that no dictionary holds: what is under the digits and symbols reads like a word, or it does not. */
export function findDisguisedLetters(characters: Characters, letterCosts: Uint8Array, report: Report): void {
  const { isSubstitute, kinds, length } = characters
  if (!isSubstitute.includes(true)) return
  const undone = costsOfLetters(characters, letterCosts, characters.undisguised)
  for (let start = 0; start < length; start++) {
    let cost = 0
    let substitutes = 0
    const last = Math.min(length, start + LONGEST)
    for (let at = start; at < last && (isSubstitute[at] || kinds[at] === 'letter'); at++) {
      cost += undone[at] as number
      if (isSubstitute[at]) substitutes++
      const letters = at + 1 - start - substitutes
      if (at + 1 - start < SHORTEST || substitutes === 0 || letters < substitutes * 2) continue
      report('letters', start, at + 1, cost + costOfSubstitutes(substitutes))
    }
  }
}
