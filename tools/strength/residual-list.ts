/** Leaked passwords that the meter alone would accept: sorted hash prefixes, for a binary search. */

import { createHash } from 'node:crypto'
import { readCharacters } from '../../shared/strength/characters.ts'
import { createEstimator } from '../../shared/strength/estimate.ts'
import { foldWord } from '../../shared/strength/fold.ts'
import { isAcceptable, labelOf } from '../../shared/strength/labels.ts'
import { LEAKED_BYTES } from '../../shared/strength/leaked-hash.ts'
import { costsOfLetters } from '../../shared/strength/letters.ts'
import { costWithoutDictionary } from '../../shared/strength/patterns/word-like.ts'
import type { Dictionaries } from '../../shared/strength/types.ts'
import type { LeakedPassword } from './leaked-passwords.ts'

const SHORTEST = 8

/** Examples that are printed so often that leaked lists need not contain them. */
const FAMOUS = [
  'correct horse battery staple',
  'correcthorsebatterystaple',
  'Tr0ub4dor&3',
  'CorrectHorseBatteryStaple',
  'correct-horse-battery-staple',
]

const NOBODY = { names: [], emails: [], companyWords: [], productWords: [], minimumLength: SHORTEST }

const WORD_AND_DIGITS = /^(?<word>[a-z]{3,})(?<digits>\d{0,5})$/
const DIGITS = /^\d{1,14}$/
const DIGIT_AND_SEAM = 1.2

/** Cheap upper bounds on the estimate. */
function mayBeAccepted(text: string, { words, letterCosts }: Dictionaries): boolean {
  if (DIGITS.test(text)) return false
  const { word, digits = '' } = WORD_AND_DIGITS.exec(text)?.groups ?? {}
  if (word === undefined) return isAcceptable(labelOf(sumOfLetters(text, letterCosts)))
  const folded = foldWord(word)
  const cost = Math.min(words.get(folded) ?? Infinity, costWithoutDictionary(word, letterCosts))
  return isAcceptable(labelOf(cost + digits.length * DIGIT_AND_SEAM))
}

function sumOfLetters(text: string, letterCosts: Uint8Array): number {
  return costsOfLetters(readCharacters([...text]), letterCosts).reduce((total, cost) => total + cost, 0)
}

export function makeResidualList(leaked: readonly LeakedPassword[], dictionaries: Dictionaries): Buffer {
  const estimate = createEstimator(dictionaries)
  const accepted = leaked
    .map(({ text }) => text)
    .filter(text => text.length >= SHORTEST && mayBeAccepted(text, dictionaries))
    .filter(text => isAcceptable(estimate(text, NOBODY).label))
  const prefixes = [...accepted, ...FAMOUS].map(text =>
    createHash('sha256')
      .update(text.normalize('NFC'))
      .digest('hex')
      .slice(0, LEAKED_BYTES * 2),
  )
  return Buffer.from([...new Set(prefixes)].sort().join(''), 'hex')
}
