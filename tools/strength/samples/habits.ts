/** Passwords that follow habits at work: a common word or two, decorated to satisfy a form. */

import { decorate } from './decorations.ts'
import type { Chance } from './seeded.ts'

type Habit = (word: string, other: string, chance: Chance) => string

const capitalise = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const backwards = (word: string) => [...word].reverse().join('')
const year = (chance: Chance) => 1960 + chance.below(70)
const symbol = (chance: Chance) => chance.pick([...'!?#@$*.-_+&'])
const twoDigits = (value: number) => String(value).padStart(2, '0')

const HABITS: Habit[] = [
  (word, _, chance) => decorate(word, chance),
  (word, _, chance) => decorate(word, chance),
  (word, _, chance) => decorate(word, chance),
  (word, _, chance) => decorate(backwards(word), chance),
  (word, _, chance) => decorate(word + word, chance),
  (word, other) => capitalise(word) + capitalise(other),
  (word, other, chance) => `${word}${symbol(chance)}${other}`,
  (word, other, chance) => `${capitalise(word)}${capitalise(other)}${chance.below(100)}`,
  (word, _, chance) => `${capitalise(word)}${symbol(chance)}${year(chance)}`,
  (word, _, chance) => `${year(chance)}${symbol(chance)}${capitalise(word)}`,
  (word, _, chance) => `my${capitalise(word)}${year(chance)}`,
  (word, _, chance) => `${word}${twoDigits(1 + chance.below(28))}${twoDigits(1 + chance.below(12))}${year(chance)}`,
  (word, _, chance) =>
    `${capitalise(word)}${chance.pick(['123!', '1234', '12345', '!@#', '!!!', '321', '#1!', '111'])}`,
  (word, _, chance) => `!${capitalise(word)}${chance.below(1000)}!`,
  (word, _, chance) => `${word}Password${chance.below(10)}`,
  (word, _, chance) => `ilove${word}${chance.below(100)}`,
  (word, _, chance) => `${capitalise(word)}Team${year(chance)}${symbol(chance)}`,
]

export function makeHabitPassword(words: readonly string[], chance: Chance): string {
  const password = chance.pick(HABITS)(chance.pick(words), chance.pick(words), chance)
  return password.length >= 8 ? password : `${password}${year(chance)}`
}
