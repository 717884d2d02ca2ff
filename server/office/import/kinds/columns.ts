import { type DayRefusal, readDay, readMonth } from '../cells/read-day.ts'
import { type DecimalRefusal, readDecimal } from '../cells/read-decimal.ts'
import { readTime } from '../cells/read-time.ts'
import { readYesNo } from '../cells/yes-no.ts'
import type { CellContext, CellRead, Column } from './batch-import.ts'

type Named = Pick<Column, 'to' | 'also' | 'example' | 'whenEmpty' | 'isImportedOnly'>

const refuse = (
  kind: DecimalRefusal | DayRefusal | 'too-large' | 'not-a-time' | 'shortened-number',
  text: string,
): CellRead => ({
  kind,
  text,
})

export const textColumn = (column: Named): Column => ({
  ...column,
  read: value => ({ value }),
  write: value => String(value ?? ''),
})

/** A spreadsheet rounds a long code to 4.00124E+12: its digits are lost. */
export const codeColumn = (column: Named): Column => ({
  ...textColumn(column),
  read: text => (/^\d[.,]?\d*E\+\d+$/i.test(text) ? refuse('shortened-number', text) : { value: text }),
})

/** One of a few words, in any case. */
export const wordColumn = (column: Named): Column => ({
  ...textColumn(column),
  read: text => ({ value: text.toLowerCase() }),
})

export const yesNoColumn = (column: Named): Column => ({
  ...column,
  read: text => {
    const value = readYesNo(text)
    return value === undefined ? { kind: 'unknown-yes-or-no', text } : { value }
  },
  write: value => (value === true ? 'yes' : 'no'),
})

export const wholeColumn = (column: Named): Column => ({
  ...column,
  read: (text, { decimals }) => readNumber(text, { decimals, digits: 0, most: 1_000_000_000 }),
  write: value => String(value ?? ''),
})

/** Stored in hundredths of the currency, whatever its smallest coin is. */
const storedDigits = 2

const digitsOf = (currency: string) =>
  Math.min(
    storedDigits,
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      storedDigits,
  )

export const amountColumn = (column: Named & { mostCents: number }): Column => ({
  ...column,
  read: (text, context) => {
    const digits = digitsOf(context.currency)
    const scale = 10 ** (storedDigits - digits)
    const read = readNumber(text, { ...context, digits, most: column.mostCents / scale })
    return 'value' in read ? { value: Number(read.value) * scale } : read
  },
  write: (value, { currency }) => (value === null ? '' : (Number(value) / 100).toFixed(digitsOf(currency))),
})

export const dayColumn = (column: Named): Column => ({
  ...textColumn(column),
  read: (text, { days }) => {
    const read = readDay(text, days)
    return typeof read === 'string' ? refuse(read, text) : { value: read.day }
  },
})

export const monthColumn = (column: Named): Column => ({
  ...textColumn(column),
  read: (text, { days }) => {
    const read = readMonth(text, days)
    return typeof read === 'string' ? refuse(read, text) : { value: read.month }
  },
})

export const timeColumn = (column: Named): Column => ({
  ...textColumn(column),
  read: text => {
    const read = readTime(text)
    return typeof read === 'string' ? refuse(read, text) : { value: read.time }
  },
})

/** A day, or a day and a time in one cell: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`. */
export const dayAndTimeColumn = (column: Named): Column => ({
  ...textColumn(column),
  read: (text, { days }) => {
    const [, day = text, time] = /^(.+?)(?:T|,? )(\d{1,2}[:.]\d{2}.*)$/i.exec(text) ?? []
    const readTheDay = readDay(day, days)
    if (typeof readTheDay === 'string') return refuse(readTheDay, text)
    if (time === undefined) return { value: readTheDay.day }
    const readTheTime = readTime(time)
    return typeof readTheTime === 'string'
      ? refuse(readTheTime, text)
      : { value: `${readTheDay.day}T${readTheTime.time}` }
  },
})

export const productCodeColumn = codeColumn({
  to: 'code',
  also: ['code', 'sku', 'item', 'item code', 'item number', 'article', 'article number', 'artikelnummer', 'artikelnr'],
  example: 'P00123',
})

export const accountNumberColumn = codeColumn({
  to: 'accountNumber',
  also: [
    'account no',
    'account',
    'customer number',
    'customer no',
    'customer id',
    'retailer',
    'kundennummer',
    'debitor',
  ],
  example: 'C-1001',
})

export const repColumn = textColumn({
  to: 'username',
  also: ['rep', 'sales rep', 'user', 'user name', 'email', 'vertreter', 'benutzer'],
  example: 'riley.rep@example.com',
})

type NumberRule = Pick<CellContext, 'decimals'> & { digits: number; most: number }

function readNumber(text: string, { most, ...style }: NumberRule): CellRead {
  const read = readDecimal(text, style)
  if (typeof read === 'string') return refuse(read, text)
  return read > most ? refuse('too-large', text) : { value: read }
}
