import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDay, readMonth } from './read-day.ts'

const read = (text: string, days: 'clear' | 'day-first' | 'month-first' = 'clear') => {
  const found = readDay(text, days)
  return typeof found === 'string' ? found : found.day
}

it('reads a day in the usual written forms', () => {
  const forms = [
    ...['2026-05-04', '2026/5/4', '20260504', '2026-05-04T00:00:00Z', '2026-05-04 00:00:00', '04.05.2026', '4.5.2026'],
    ...['4 May 2026', '4. Mai 2026', '4-May-2026', 'May 4, 2026', '4 mai 2026', '4 de mayo de 2026'],
  ]
  expect(forms.map(text => read(text))).toEqual(forms.map(() => '2026-05-04'))
  expect([
    read('31 März 2026'),
    read('1 août 2026'),
    read('24.12.2026'),
    read('13/04/2026'),
    read('04/13/2026'),
  ]).toEqual(['2026-03-31', '2026-08-01', '2026-12-24', '2026-04-13', '2026-04-13'])
})

it('refuses a day that has two readings, until the importer says which number comes first', () => {
  expect([read('03/04/2026'), read('3-4-2026')]).toEqual(['two-days', 'two-days'])
  expect([read('03/04/2026', 'day-first'), read('03/04/2026', 'month-first')]).toEqual(['2026-04-03', '2026-03-04'])
  expect(read('04/04/2026')).toBe('2026-04-04')
  expect([read('13/04/2026', 'month-first'), read('04.05.2026', 'month-first')]).toEqual(['not-a-day', '2026-05-04'])
})

it('refuses days that do not exist, short years, serial numbers and words', () => {
  expect([read('2026-02-30'), read('31.04.2026'), read('46146'), read('soon'), read(''), read('2026-13-01')]).toEqual(
    Array(6).fill('not-a-day'),
  )
  expect([read('04.05.26'), read('4 May 26'), read('4/5/26', 'day-first')]).toEqual(Array(3).fill('short-year'))
  expect([read('0004-05-04'), read('4 Smarch 2026'), read('2026-05-04 09:30')]).toEqual(Array(3).fill('not-a-day'))
})

it('reads a month, also from its first day', () => {
  const months = ['2026-05', '2026/5', '05/2026', '5.2026', 'May 2026', 'Mai 2026', '2026-05-01', '01.05.2026']
  expect(months.map(text => readMonth(text, 'clear'))).toEqual(months.map(() => ({ month: '2026-05' })))
  expect([readMonth('2026-05-02', 'clear'), readMonth('13/2026', 'clear'), readMonth('2026', 'clear')]).toEqual(
    Array(3).fill('not-a-day'),
  )
})

it('reads every day of two centuries from each of its forms', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, at => {
      const iso = at.toISOString().slice(0, 10)
      const [year, month, day] = iso.split('-')
      expect([read(iso), read(`${day}.${month}.${year}`), read(`${day}/${month}/${year}`, 'day-first')]).toEqual(
        Array(3).fill(iso),
      )
    }),
  )
})
