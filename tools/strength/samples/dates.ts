/** Dates as people type them, alone or with a short addition. */

import type { Chance } from './seeded.ts'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Januar März Mai Oktober Juillet Août Enero Julio'.split(
  ' ',
)
const twoDigits = (value: number) => String(value).padStart(2, '0')

export function makeDatePassword(chance: Chance): string {
  const day = 1 + chance.below(28)
  const month = 1 + chance.below(12)
  const year = 1940 + chance.below(90)
  const between = chance.pick(['-', '/', '.', '_', ' ', ''])
  const name = chance.pick(MONTHS)
  const date = chance.pick([
    [twoDigits(day), twoDigits(month), year].join(between),
    [day, month, year].join(between || '.'),
    [twoDigits(month), twoDigits(day), year].join(between),
    [year, twoDigits(month), twoDigits(day)].join(between),
    [twoDigits(day), name, year].join(between),
    [day, name, year % 100].join(between),
    [name, day, year].join(between),
    `Q${1 + chance.below(4)}${between}${year}`,
    `${name}${between}${year}`,
    `KW${1 + chance.below(52)}${between}${year}`,
  ])
  const dressed = chance.pick(['', '!', '!!', '#', '1', 'a', 'A!', '.', '?', '*', 'abc', 'xx', '@@'])
  const password = chance.below(4) ? date + dressed : dressed + date
  return password.length >= 8 ? password : `${password}!2024`
}
