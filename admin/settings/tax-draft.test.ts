import { describe, expect, it } from 'vitest'
import { taxClass } from '../../shared/contract/tax-classes.ts'
import { percentOf, toTaxClass } from './tax-draft.ts'

const rateOf = (typed: string) =>
  taxClass.safeParse(toTaxClass({ id: 'reduced', name: 'Reduced rate', rateBasisPoints: typed }))

describe('a tax rate as typed', () => {
  it('accepts a point or a comma, up to two decimals', () => {
    for (const [typed, expected] of [
      ['0', 0],
      ['17.5', 1750],
      ['17,5 %', 1750],
      ['17.1', 1710],
      ['0.07', 7],
      ['100', 10_000],
    ] as const)
      expect(rateOf(typed).data?.rateBasisPoints, typed).toBe(expected)
  })

  it('refuses what is no rate, each with its own sentence', () => {
    const problemOf = (typed: string) => rateOf(typed).error?.issues[0]?.message
    expect(problemOf('')).toBe('Enter the rate in percent, such as 17.5.')
    expect(problemOf('a lot')).toBe('Enter the rate in percent, such as 17.5.')
    expect(problemOf('17.125')).toBe('A rate has at most two decimals.')
    expect(problemOf('-1')).toBe('A rate is at least 0 %.')
    expect(problemOf('101')).toBe('A rate is at most 100 %.')
  })

  it('is shown as it was typed', () => {
    expect([0, 7, 1750, 2000].map(percentOf)).toEqual(['0', '0.07', '17.5', '20'])
  })
})
