import { expect, it } from 'vitest'
import { agoWords, inWords, momentWords, whenWords } from './time-words.ts'

const now = new Date(2026, 4, 4, 14, 32).getTime()
const minutes = (count: number) => count * 60_000

it.each([
  ['just now', 0],
  ['just now', -5],
  ['1 min ago', 1],
  ['59 min ago', 59.9],
  ['1 hour ago', 60],
  ['23 hours ago', 23.5 * 60],
  ['1 day ago', 24 * 60],
  ['12 days ago', 12.5 * 24 * 60],
])('describes the age of an event as people do: %s', (words, ago) => {
  expect(agoWords(now - minutes(ago), now)).toBe(words)
})

it('describes the time until an event in the same words', () => {
  expect([0, 1, 150].map(later => inWords(now + minutes(later), now))).toEqual([
    'in a moment',
    'in 1 min',
    'in 2 hours',
  ])
})

it('names the day of a moment as people do', () => {
  const days = (count: number) => now + minutes(count * 24 * 60)
  expect([0, -1, 1, -7].map(count => momentWords(days(count), now))).toEqual([
    'today at 14:32',
    'yesterday at 14:32',
    'tomorrow at 14:32',
    'Mon 27 Apr at 14:32',
  ])
  expect(momentWords(new Date(2025, 11, 24, 8, 0).getTime(), now)).toBe('24 Dec 2025 at 08:00')
})

it('shows the age with the time, and with the day if it is not today', () => {
  expect(whenWords(now - minutes(12), now)).toBe('12 min ago, 14:20')
  expect(whenWords(now - minutes(24 * 60), now)).toBe('1 day ago, yesterday at 14:32')
})
