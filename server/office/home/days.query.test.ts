import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/databases/database.ts'
import { listLastDays } from './days.query.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function hoursOf(zone: string, now: string, count = 3) {
  const days = await listLastDays(database.db, { zone, now: new Date(now), count })
  return days.map(({ date, from, until }) => [date, from.toISOString(), (until.getTime() - from.getTime()) / 3_600_000])
}

test("today is the last day and complete, in the reader's zone", async () => {
  expect(await hoursOf('UTC', '2026-05-04T00:00:00Z', 1)).toEqual([['2026-05-04', '2026-05-04T00:00:00.000Z', 24]])
  expect(await hoursOf('Asia/Kolkata', '2026-05-04T20:00:00Z', 1)).toEqual([
    ['2026-05-05', '2026-05-04T18:30:00.000Z', 24],
  ])
  expect(await hoursOf('America/New_York', '2026-05-04T03:59:59Z', 1)).toEqual([
    ['2026-05-03', '2026-05-03T04:00:00.000Z', 24],
  ])
})

test('a day on which the clocks change has 23 or 25 hours', async () => {
  expect(await hoursOf('Europe/London', '2026-03-30T12:00:00Z')).toEqual([
    ['2026-03-28', '2026-03-28T00:00:00.000Z', 24],
    ['2026-03-29', '2026-03-29T00:00:00.000Z', 23],
    ['2026-03-30', '2026-03-29T23:00:00.000Z', 24],
  ])
  expect((await hoursOf('Europe/Berlin', '2026-10-25T12:00:00Z', 1))[0]?.[2]).toBe(25)
})

test('a day begins correctly even if its midnight comes twice or not at all', async () => {
  // Chile puts the clocks forward at midnight: the day begins at one.
  expect(await hoursOf('America/Santiago', '2026-09-06T15:00:00Z', 2)).toEqual([
    ['2026-09-05', '2026-09-05T04:00:00.000Z', 24],
    ['2026-09-06', '2026-09-06T04:00:00.000Z', 23],
  ])
  // Cuba puts them back at one: midnight comes twice, and the day begins at the first.
  expect(await hoursOf('America/Havana', '2026-11-01T15:00:00Z', 1)).toEqual([
    ['2026-11-01', '2026-11-01T04:00:00.000Z', 25],
  ])
})
