import { expect, test } from 'vitest'
import { dayWords, durationWords, topOf } from './home-words.ts'

test('tells durations and days as people do', () => {
  expect([95.4, 119, 120, 7000, 7200].map(durationWords)).toEqual(['95 s', '119 s', '2 min', '117 min', '2 h'])
  expect(dayWords('2026-05-04')).toBe('4 May')
})

test('ends the scale of a chart at a round number that holds every bar', () => {
  expect([0, 1, 4, 5, 6, 10, 11, 34, 51, 999, 1001].map(topOf)).toEqual([4, 4, 4, 5, 10, 10, 20, 40, 100, 1000, 2000])
})
