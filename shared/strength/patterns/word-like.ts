import type { Characters } from '../characters.ts'
import { costOfCase, DEAREST, surprisesOf } from '../letters.ts'
import type { Report } from './segment.ts'
import { costOfCapitals, costOfSubstitutes } from './words.ts'

const LATIN = /^[a-z]$/
const SHORTEST = 4
const LONGEST = 24
const SHORTEST_WORD = 5

/** Some list of a few hundred thousand words contains any word of any language. Longer ones may be two words. */
const LISTED_WORD = 4.8
const USUAL_LENGTH = 8
const LONG = 12
const FURTHER_LETTER = 0.35
const LETTER_BEYOND_LONG = 0.65
/** The average surprise of a letter in a word, and the growth in decades of the lists that contain less usual words. */
const SURPRISE = { plain: 1.27, disguised: 1.05 }
const GROWTH = 3
const SUBSTITUTE = 0.4

type Stretch = { length: number; surprise: number; cost: number; substitutes: number }

function costOfListed({ length, surprise, substitutes }: Stretch): number {
  if (length < SHORTEST_WORD) return Infinity
  const usual = substitutes > 0 ? SURPRISE.disguised : SURPRISE.plain
  const strangeness = GROWTH * Math.max(0, surprise - usual * length)
  const longer = FURTHER_LETTER * Math.max(0, length - USUAL_LENGTH) + LETTER_BEYOND_LONG * Math.max(0, length - LONG)
  return LISTED_WORD + strangeness + longer + SUBSTITUTE * substitutes
}

/**
 * Reports text that looks like a word but is in no dictionary, with l33t removed: trade words, brands and nicknames of
 * all languages. Random letters don't look like words.
 */
export function findWordLike(characters: Characters, letterCosts: Uint8Array, report: Report): void {
  const { isSubstitute, isUpper, undisguised, length } = characters
  const isKnown = undisguised.map(letter => LATIN.test(letter))
  const surprises = surprisesOf(undisguised, characters.lower, letterCosts)
  for (let start = 0; start < length; start++) {
    const stretch: Stretch = { length: 0, surprise: 0, cost: 0, substitutes: 0 }
    let capitals = 0
    const last = Math.min(length, start + LONGEST)
    for (let at = start; at < last && (isSubstitute[at] || isKnown[at]); at++) {
      const surprise = surprises[at] as number
      stretch.length++
      stretch.surprise += surprise
      stretch.cost += Math.min(surprise, DEAREST) + costOfCase(characters, at)
      if (isSubstitute[at]) stretch.substitutes++
      if (isUpper[at]) capitals++
      if (stretch.length < SHORTEST || stretch.length < stretch.substitutes * 3) continue
      const listed = costOfListed(stretch) + costOfCapitals(capitals, isUpper[start] === true, stretch.length)
      report('letters', start, at + 1, Math.min(stretch.cost, listed) + costOfSubstitutes(stretch.substitutes))
    }
  }
}

/** The cost of a word that is in no dictionary. */
export function costWithoutDictionary(word: string, letterCosts: Uint8Array): number {
  const spelling = [...word]
  const surprises = surprisesOf(spelling, spelling, letterCosts)
  const cost = surprises.reduce((sum, surprise) => sum + Math.min(surprise, DEAREST), 0)
  if (!spelling.every(letter => LATIN.test(letter))) return cost
  const surprise = surprises.reduce((sum, one) => sum + one, 0)
  return Math.min(cost, costOfListed({ length: spelling.length, surprise, cost, substitutes: 0 }))
}
