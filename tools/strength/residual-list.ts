/** What the meter alone would accept although it has leaked: sorted hash prefixes, for a binary search. */

import { createHash } from 'node:crypto'
import { readCharacters } from '../../shared/strength/characters.ts'
import { createEstimator } from '../../shared/strength/estimate.ts'
import { isAcceptable, labelOf } from '../../shared/strength/labels.ts'
import { LEAKED_BYTES } from '../../shared/strength/leaked-hash.ts'
import { costsOfLetters } from '../../shared/strength/letters.ts'
import type { Dictionaries } from '../../shared/strength/types.ts'
import type { LeakedPassword } from './leaked-passwords.ts'

const SHORTEST = 8

/** Examples that have been printed so often that lists of leaked passwords need not name them. */
const FAMOUS = [
  'correct horse battery staple',
  'correcthorsebatterystaple',
  'Tr0ub4dor&3',
  'CorrectHorseBatteryStaple',
  'correct-horse-battery-staple',
]

const NOBODY = { names: [], emails: [], companyWords: [], productWords: [], minimumLength: SHORTEST }

/** The estimate is never above the sum of the letters, and this sum is known sooner. */
function mayBeAccepted(text: string, { letterCosts }: Dictionaries): boolean {
  const sum = costsOfLetters(readCharacters([...text]), letterCosts).reduce((total, cost) => total + cost, 0)
  return isAcceptable(labelOf(sum))
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
