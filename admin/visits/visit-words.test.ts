import { expect, test } from 'vitest'
import { mondayOf } from '../../shared/prices/day-in.ts'
import { daysOf, dayWords, weekWords } from './visit-words.ts'

test('a week begins on Monday, also across the end of a year', () => {
  expect(['2026-05-04', '2026-05-10', '2027-01-01'].map(mondayOf)).toEqual(['2026-05-04', '2026-05-04', '2026-12-28'])
  expect(daysOf('2026-12-28').at(-1)).toBe('2027-01-03')
  expect(weekWords('2026-12-28')).toBe('28 December to 3 January 2027')
  expect(dayWords('2026-05-04')).toBe('Mon 4 May')
})
