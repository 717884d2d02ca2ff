/**
 * The classes of passwords that `npm run bench strength` measures, their expected results, and how many may be wrong.
 */

import type { StrengthContext } from '../../shared/strength/types.ts'
import { makeDatePassword } from '../../tools/strength/samples/dates.ts'
import { FURTHER_WORDS } from '../../tools/strength/samples/further-words.ts'
import { HABIT_WORDS } from '../../tools/strength/samples/habit-words.ts'
import { makeHabitPassword } from '../../tools/strength/samples/habits.ts'
import { type Half, takeHalf } from '../../tools/strength/samples/half.ts'
import { guessFromOwnData } from '../../tools/strength/samples/own-data.ts'
import type { Chance } from '../../tools/strength/samples/seeded.ts'
import { makeDiceware, makeMiddling, makePassphrase, makeRandom } from '../../tools/strength/samples/strong.ts'
import { makeWalk } from '../../tools/strength/samples/walks.ts'

export type Sample = { password: string; context: StrengthContext }

export type PasswordClass = {
  title: string
  wrongIs: 'accepted' | 'refused'
  mostPercent: number
  make(chance: Chance, half: Half): Sample
}

/** A user whose own data explains none of the samples. */
export const STRANGER: StrengthContext = {
  names: ['Kim Okafor-Lind'],
  emails: ['k.okafor-lind@harbour-vale.example'],
  companyWords: ['Harbour & Vale Wholesale'],
  productWords: ['fieldkey'],
  minimumLength: 8,
}

function byStranger(make: (chance: Chance, half: Half) => string): PasswordClass['make'] {
  return (chance, half) => ({ password: make(chance, half), context: STRANGER })
}

function weak(title: string, make: (chance: Chance, half: Half) => string): PasswordClass {
  return { title, wrongIs: 'accepted', mostPercent: 5, make: byStranger(make) }
}

function strong(title: string, mostPercent: number, make: (chance: Chance) => string): PasswordClass {
  return { title, wrongIs: 'refused', mostPercent, make: byStranger(make) }
}

const habit = (kind: string) =>
  weak(`${kind} words, decorated`, (chance, half) => makeHabitPassword(takeHalf(HABIT_WORDS[kind] ?? [], half), chance))

const further = (kind: string) =>
  weak(`further ${kind} words, decorated`, chance => makeHabitPassword(FURTHER_WORDS[kind] ?? [], chance))

export const PASSWORD_CLASSES: readonly PasswordClass[] = [
  { title: 'own name, mail, company, product', wrongIs: 'accepted', mostPercent: 1, make: guessFromOwnData },
  habit('brand'),
  habit('pet'),
  habit('trade'),
  habit('date'),
  habit('team'),
  habit('place'),
  further('brand'),
  further('pet'),
  further('trade'),
  weak('whole dates', makeDatePassword),
  weak('keyboard walks, sequences, repeats', makeWalk),
  strong('random, 12 characters and more', 0.3, makeRandom),
  strong('diceware, 4 words and more', 0.3, makeDiceware),
  strong('passphrases in 14 languages', 0.3, makePassphrase),
  strong('9 to 11 random letters and digits', 2, makeMiddling),
]
