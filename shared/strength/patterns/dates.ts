import type { Characters } from '../characters.ts'
import type { Report } from './segment.ts'

const YEAR = 1.7
const DAY_AND_MONTH = 2.4
const SHORT_YEAR = 1.6
const WEEK = 1.8
const QUARTER = 0.8
const SEPARATOR = 0.3
/** The month may be written in any language, short or long. */
const NAMED_MONTH = 0.6

const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const FULL_DAY = '(?:0[1-9]|[12]\\d|3[01])'
const MONTH = '(?:0?[1-9]|1[0-2])'
const FULL_MONTH = '(?:0[1-9]|1[0-2])'
const CENTURIES = '(?:19|20)\\d\\d'
const EITHER_YEAR = `(?:${CENTURIES}|\\d\\d)`
const NAMED =
  '(?:jan|feb|fev|fab|mar|mae|maj|mai|may|mei|apr|avr|abr|jun|jui|giu|jul|lug|aug|aou|ago|sep|set|oct|okt|out|ott|nov|dec|dez|dic|des|gen|ene)[a-z]{0,7}'
const BETWEEN = '(?:[-./_ ]|, )?'

type Form = [source: string, cost: number]

const FORMS: [RegExp, number][] = (
  [
    [CENTURIES, YEAR],
    [`(?:${DAY}${BETWEEN}${MONTH}|${MONTH}${BETWEEN}${DAY})${BETWEEN}${CENTURIES}`, DAY_AND_MONTH + YEAR],
    [`${CENTURIES}${BETWEEN}${FULL_MONTH}${BETWEEN}${FULL_DAY}`, DAY_AND_MONTH + YEAR],
    [`${FULL_DAY}${BETWEEN}${FULL_MONTH}${BETWEEN}\\d\\d`, DAY_AND_MONTH + SHORT_YEAR],
    [`${FULL_MONTH}${BETWEEN}${FULL_DAY}${BETWEEN}\\d\\d`, DAY_AND_MONTH + SHORT_YEAR],
    [`\\d\\d${BETWEEN}${FULL_MONTH}${BETWEEN}${FULL_DAY}`, DAY_AND_MONTH + SHORT_YEAR],
    [`${FULL_DAY}${BETWEEN}${FULL_MONTH}(?!\\d)`, DAY_AND_MONTH],
    [`${MONTH}[-./_ ]${EITHER_YEAR}`, 1.1 + YEAR],
    [`${DAY}${BETWEEN}${NAMED}${BETWEEN}${EITHER_YEAR}`, DAY_AND_MONTH + NAMED_MONTH + YEAR],
    [`${NAMED}${BETWEEN}${DAY}${BETWEEN}${EITHER_YEAR}`, DAY_AND_MONTH + NAMED_MONTH + YEAR],
    [
      `(?:kw|cw|wk|week|woche|semaine|semana|uke|vecka|uge)${BETWEEN}${DAY}${BETWEEN}${EITHER_YEAR}`,
      WEEK + NAMED_MONTH + YEAR,
    ],
    [`[qht][1-4](?:${BETWEEN}${CENTURIES}|[-./_ ]\\d\\d)`, QUARTER + NAMED_MONTH + YEAR],
    [`${CENTURIES}${BETWEEN}[qht][1-4]`, QUARTER + NAMED_MONTH + YEAR],
  ] satisfies Form[]
).map(([source, cost]) => [new RegExp(source, 'y'), cost])

const MAY_BEGIN = /[\da-z]/

/** Reports years, weeks, quarters and full dates in the usual orders, with or without separators and month names. */
export function findDates(characters: Characters, report: Report): void {
  const text = characters.plain.map(character => (character.length === 1 ? character : '\0')).join('')
  if (!/\d/.test(text)) return
  for (let start = 0; start < text.length; start++) {
    if (!MAY_BEGIN.test(text[start] as string)) continue
    for (const [form, cost] of FORMS) {
      form.lastIndex = start
      const match = form.exec(text)
      if (match) report('date', start, start + match[0].length, cost + (/[^\da-z]/.test(match[0]) ? SEPARATOR : 0))
    }
  }
}
