/** Keyboard walks, sequences and repeats, with the endings that people add. */

import type { Chance } from './seeded.ts'

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', 'azertyuiop', 'qsdfghjklm']
const COLUMNS = [
  '1qaz',
  '2wsx',
  '3edc',
  '4rfv',
  '5tgb',
  '6yhn',
  '7ujm',
  '!QAZ',
  '@WSX',
  '#EDC',
  '1qay',
  'qaz',
  'wsx',
  'edc',
]
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

function stretch(row: string, chance: Chance): string {
  const length = Math.min(row.length, 4 + chance.below(6))
  const start = chance.below(row.length - length + 1)
  const part = row.slice(start, start + length)
  return chance.below(3) ? part : [...part].reverse().join('')
}

const WALKS: ((chance: Chance) => string)[] = [
  chance => stretch(chance.pick(ROWS), chance) + stretch(chance.pick(ROWS), chance),
  chance => chance.pick(COLUMNS) + chance.pick(COLUMNS) + (chance.below(2) ? chance.pick(COLUMNS) : ''),
  chance => stretch(LETTERS, chance) + stretch('1234567890', chance),
  chance =>
    chance.pick([...LETTERS]).repeat(3 + chance.below(4)) + chance.pick([...'0123456789']).repeat(3 + chance.below(4)),
  chance => chance.text(3, [...'abc123']).repeat(3),
  chance => `${stretch(chance.pick(ROWS), chance).toUpperCase()}${stretch(chance.pick(ROWS), chance)}`,
]

export function makeWalk(chance: Chance): string {
  const walk = chance.pick(WALKS)(chance) + chance.pick(['', '', '!', '1', '123', '2024', '!@#', '!!', '#1'])
  return walk.length >= 8 ? walk : walk + walk
}
