import { expect, it } from 'vitest'
import { lastMonths, sumOf } from './read-sales.ts'

const sold = (month: string, soldCents: number) => ({ month, soldCents, orders: 1 })

it('lists twelve months up to this one, and none is missing where nothing was sold', () => {
  const months = lastMonths([sold('2026-01', 100), sold('2025-02', 50), sold('2024-12', 7)], '2026-01-31')
  expect(months.map(({ month }) => month)).toEqual([
    ...['2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09'],
    ...['2025-10', '2025-11', '2025-12', '2026-01'],
  ])
  expect(months.map(({ soldCents }) => soldCents)).toEqual([50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100])
})

it('adds up the months that are wanted', () => {
  const rows = [sold('2026-01', 100), sold('2026-02', 20), sold('2025-02', 3)]
  expect(sumOf(rows, month => month.startsWith('2026'))).toBe(120)
})
