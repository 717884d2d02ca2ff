/** The shipped rule, and one that was trained separately from all measured samples. */

import { join } from 'node:path'
import { loadPasswordRule } from '../../server/platform/passwords/password-rule.ts'
import { decodeDictionaries, encodeDictionaries } from '../../shared/strength/dictionary-file.ts'
import { createEstimator, type Estimator, type StrengthContext } from '../../shared/strength/estimate.ts'
import { foldWord, spellOutUmlauts } from '../../shared/strength/fold.ts'
import { isAcceptable } from '../../shared/strength/labels.ts'
import { build } from '../../tools/build.ts'
import { partOf, readLeakedPasswords } from '../../tools/strength/leaked-passwords.ts'
import { listDomainWords, makeDictionaries } from '../../tools/strength/make-dictionaries.ts'
import { FURTHER_WORDS } from '../../tools/strength/samples/further-words.ts'
import { HABIT_WORDS } from '../../tools/strength/samples/habit-words.ts'

const PARTS = 5
const PART_TO_MEASURE = 4

export type Shipped = {
  directory: string
  dictionariesName: string
  estimate: Estimator
  /** The complete rule of the server: estimate and list of leaked passwords. */
  accepts(password: string, context: StrengthContext): boolean
}

export async function loadShipped(): Promise<Shipped> {
  await build()
  const directory = join(import.meta.dirname, '../../dist/strength')
  const rule = await loadPasswordRule({ directory, minimumLength: 8 })
  const accepts: Shipped['accepts'] = (password, context) => rule.judge(password, context).kind === 'accepted'
  const estimate: Estimator = (password, context) => rule.judge(password, context).estimate
  return { directory, dictionariesName: rule.dictionariesName, estimate, accepts }
}

/** True for a fifth of all texts, which the separately trained rule has not seen. */
export function isUnseen(password: string): boolean {
  return partOf(password, PARTS) === PART_TO_MEASURE
}

export type Apart = { accepts(password: string, context: StrengthContext): boolean }

/** Trains on four fifths of the leaked passwords, and on none of the sample words from our own lists. */
export function teachApart(): Apart {
  const leaked = readLeakedPasswords().filter(({ text }) => !isUnseen(text))
  const measured = new Set([...Object.values(HABIT_WORDS), ...Object.values(FURTHER_WORDS)].flat().map(foldWord))
  const domainWords = listDomainWords().filter(
    word => !measured.has(foldWord(word)) && !measured.has(foldWord(spellOutUmlauts(word))),
  )
  const estimate = createEstimator(decodeDictionaries(encodeDictionaries(makeDictionaries({ leaked, domainWords }))))
  return { accepts: (password, context) => isAcceptable(estimate(password, context).label) }
}
