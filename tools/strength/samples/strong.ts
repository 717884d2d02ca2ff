/** Strong passwords that must be accepted. */

import { createRequire } from 'node:module'
import { PASSPHRASE_WORDS } from './passphrase-words.ts'
import type { Chance } from './seeded.ts'

const require = createRequire(import.meta.url)
const LOWER = [...'abcdefghijklmnopqrstuvwxyz']
const UPPER = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const DIGITS = [...'0123456789']
const SYMBOLS = [...'!#$%&()*+,-./:;<=>?@[]^_{|}~']
const CYRILLIC = [...'абвгдежзийклмнопрстуфхцчшщъыьэюя']
const EMOJI = [...'😀🐶🍕🚗⚽🎸🌈🔥🍎🚀🎉💡🏠🌍🎁🐙🦊🍩🧀🥝🚲⛵🎺🎲🧩🌵🍄🌻🦉🐝🧭🪁🛶🥁🧵']

type Maker = (chance: Chance) => string

const KINDS: Maker[] = [
  chance => chance.text(12 + chance.below(5), [...LOWER, ...UPPER, ...DIGITS]),
  chance => chance.text(12 + chance.below(5), [...LOWER, ...UPPER, ...DIGITS, ...SYMBOLS]),
  chance => chance.text(14 + chance.below(5), LOWER),
  chance => chance.text(18 + chance.below(5), DIGITS),
  chance => chance.text(14 + chance.below(5), CYRILLIC),
  chance => chance.text(12 + chance.below(4), EMOJI),
  chance => chance.text(24, [...DIGITS, ...'abcdef']),
]

export const makeRandom: Maker = chance => chance.pick(KINDS)(chance)

export const makeMiddling: Maker = chance =>
  chance.text(9 + chance.below(3), chance.below(2) ? [...LOWER, ...DIGITS] : [...LOWER, ...UPPER, ...DIGITS])

const DICEWARE: readonly string[] = require('@zxcvbn-ts/language-common').dictionary['diceware-common']

function joinWords(words: readonly string[], count: number, chance: Chance): string {
  const chosen = new Set<string>()
  while (chosen.size < count) chosen.add(chance.pick(words))
  return [...chosen].join(chance.pick([' ', '-', '.', '']))
}

export const makeDiceware: Maker = chance => joinWords(DICEWARE, 4 + chance.below(3), chance)

export const makePassphrase: Maker = chance => {
  const words = PASSPHRASE_WORDS[chance.pick(Object.keys(PASSPHRASE_WORDS))] as readonly string[]
  return joinWords(words, 4 + chance.below(2), chance)
}
