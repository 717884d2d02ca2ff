import type { DayChoice } from '../../../../shared/contract/import-lists.ts'

export type DayRefusal = 'not-a-day' | 'two-days' | 'short-year'

type Parts = { year: string; month: string | number; day: string }

/** A time of midnight belongs to the day: databases and spreadsheets add it. */
const midnight = /[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$/

/**
 * Reads a day as `YYYY-MM-DD` from the usual written forms. "03/04/2026" is a day in March or in April, so it is refused
 * until the importer says which comes first. With points, the day is always first.
 */
export function readDay(written: string, days: DayChoice): { day: string } | DayRefusal {
  const text = written.replace(midnight, '')
  const parts = readIso(text) ?? readNamed(text) ?? readNumbers(text, days)
  if (typeof parts === 'string') return parts
  return toDay(parts)
}

/** Reads a month as `YYYY-MM`, also from its first day. */
export function readMonth(written: string, days: DayChoice): { month: string } | DayRefusal {
  const text = written.replace(midnight, '')
  const numbers = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? /^(?<month>\d{1,2})[-/.](?<year>\d{4})$/.exec(text)
  const named = /^(\p{L}+)\.?[ -](\d{4})$/u.exec(text)
  const [, one = '', two = ''] = numbers ?? []
  const day = named
    ? toDay({ year: named[2] ?? '', month: monthOf(named[1] ?? ''), day: '1' })
    : numbers
      ? toDay(one.length === 4 ? { year: one, month: two, day: '1' } : { year: two, month: one, day: '1' })
      : readDay(text, days)
  if (typeof day === 'string') return day
  return day.day.endsWith('-01') ? { month: day.day.slice(0, 7) } : 'not-a-day'
}

function readIso(text: string): Parts | undefined {
  const [, year, month, day] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^([12]\d{3})(\d{2})(\d{2})$/.exec(text) ?? []
  return year !== undefined && month !== undefined && day !== undefined ? { year, month, day } : undefined
}

/** 4 May 2026, 4. Mai 2026, May 4, 2026 */
function readNamed(text: string): Parts | DayRefusal | undefined {
  const [, day, name, year] = /^(\d{1,2})\.?[ -]?(?:de )?(\p{L}+)\.?,?[ -](?:de )?(\d+)$/u.exec(text) ?? []
  if (day && name && year) return ofFullYear({ year, month: monthOf(name), day })
  const [, first, second, third] = /^(\p{L}+)\.? (\d{1,2}),? (\d+)$/u.exec(text) ?? []
  return first && second && third ? ofFullYear({ year: third, month: monthOf(first), day: second }) : undefined
}

function readNumbers(text: string, days: DayChoice): Parts | DayRefusal {
  const [, one = '', mark, two = '', year = ''] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d+)$/.exec(text) ?? []
  if (mark === undefined) return 'not-a-day'
  const dayFirst = { year, month: two, day: one }
  const monthFirst = { year, month: one, day: two }
  if (mark === '.' || days === 'day-first') return ofFullYear(dayFirst)
  if (days === 'month-first') return ofFullYear(monthFirst)
  if (Number(one) > 12 || one === two) return ofFullYear(dayFirst)
  return Number(two) > 12 ? ofFullYear(monthFirst) : 'two-days'
}

const ofFullYear = (parts: Parts): Parts | DayRefusal => (parts.year.length === 4 ? parts : 'short-year')

function toDay({ year, month, day }: Parts): { day: string } | 'not-a-day' {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${text}T00:00:00Z`)
  const isReal = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
  return isReal && Number(year) >= 1900 ? { day: text } : 'not-a-day'
}

/** English, German, French and Spanish, from their first three or four letters. */
const months = [
  /^(jan|ene)/,
  /^(feb|fev)/,
  /^(mar|mrz)/,
  /^(apr|avr|abr)/,
  /^(may|mai)/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^(aug|aou|ago)/,
  /^(sep)/,
  /^(oct|okt)/,
  /^(nov)/,
  /^(dec|dez|dic)/,
]

/** 0 for another word, which is no month. */
function monthOf(name: string): number {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return months.findIndex(month => month.test(plain)) + 1
}
