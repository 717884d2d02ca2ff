import type { Characters } from '../characters.ts'
import type { Report } from './segment.ts'

const YEAR = 1.7
const DAY_AND_MONTH = 2.4
const SHORT_YEAR = 1.6
const SEPARATOR = 0.3

const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const MONTH = '(?:0?[1-9]|1[0-2])'
const CENTURIES = '(?:19|20)\\d\\d'

const FORMS: [RegExp, number][] = [
  [new RegExp(`${CENTURIES}`, 'y'), YEAR],
  [new RegExp(`(?:${DAY}([-./ _]?)${MONTH}|${MONTH}([-./ _]?)${DAY})[-./ _]?${CENTURIES}`, 'y'), DAY_AND_MONTH + YEAR],
  [new RegExp(`${CENTURIES}([-./ _]?)(?:0[1-9]|1[0-2])[-./ _]?(?:0[1-9]|[12]\\d|3[01])`, 'y'), DAY_AND_MONTH + YEAR],
  [/(?:0[1-9]|[12]\d|3[01])[-./ _]?(?:0[1-9]|1[0-2])[-./ _]?\d\d/y, DAY_AND_MONTH + SHORT_YEAR],
  [/(?:0[1-9]|1[0-2])[-./ _]?(?:0[1-9]|[12]\d|3[01])[-./ _]?\d\d/y, DAY_AND_MONTH + SHORT_YEAR],
  [/\d\d[-./ _]?(?:0[1-9]|1[0-2])[-./ _]?(?:0[1-9]|[12]\d|3[01])/y, DAY_AND_MONTH + SHORT_YEAR],
  [/(?:0[1-9]|[12]\d|3[01])[-./ _]?(?:0[1-9]|1[0-2])(?!\d)/y, DAY_AND_MONTH],
]

/** Reports years and whole dates in the usual orders, with or without separators. */
export function findDates(characters: Characters, report: Report): void {
  const text = String.fromCharCode(...characters.lowerCodes)
  for (let start = 0; start < text.length; start++) {
    if (characters.kinds[start] !== 'digit') continue
    for (const [form, cost] of FORMS) {
      form.lastIndex = start
      const match = form.exec(text)
      if (match) report('date', start, start + match[0].length, cost + (/\D/.test(match[0]) ? SEPARATOR : 0))
    }
  }
}
