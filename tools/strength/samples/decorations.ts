/** The changes that people make to turn a word into a password. */

import type { Chance } from './seeded.ts'

const SUBSTITUTES: Record<string, string> = { a: '@', e: '3', i: '1', o: '0', s: '$', t: '7' }

const capitalise = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function replaceSome(word: string, chance: Chance): string {
  return [...word].map(letter => (chance.below(2) ? (SUBSTITUTES[letter] ?? letter) : letter)).join('')
}

const SHAPES: ((word: string, chance: Chance) => string)[] = [
  word => word,
  capitalise,
  word => word.toUpperCase(),
  (word, chance) => capitalise(replaceSome(word, chance)),
  (word, chance) => replaceSome(word, chance),
]

const TAILS: ((chance: Chance) => string)[] = [
  chance => String(chance.below(100)),
  chance => String(1950 + chance.below(80)),
  chance => `${1980 + chance.below(48)}!`,
  chance => `${2015 + chance.below(15)}${chance.pick(['!', '#', '?', '.', '$'])}`,
  chance =>
    chance.pick([
      '!',
      '!!',
      '1',
      '1!',
      '123',
      '123!',
      '1234',
      '12',
      '01',
      '007',
      '#1',
      '@123',
      '!1',
      '69',
      '$$',
      '99*',
    ]),
  chance => `${chance.pick(['-', '_', '.', '@', '#', '&', ' '])}${chance.below(1000)}`,
  chance => `${chance.pick(['-', '_', '.', '@', '#'])}${1990 + chance.below(40)}`,
  chance => `${String(1 + chance.below(28)).padStart(2, '0')}${String(1 + chance.below(12)).padStart(2, '0')}`,
]

export function decorate(word: string, chance: Chance): string {
  const shaped = chance.pick(SHAPES)(word, chance)
  const tail = chance.pick(TAILS)(chance)
  const decorated = chance.below(8) === 0 ? tail + shaped : shaped + tail
  return decorated.length >= 8 ? decorated : decorated + chance.pick(['2024!', '12345', '!!!!', '2025', '1990'])
}
