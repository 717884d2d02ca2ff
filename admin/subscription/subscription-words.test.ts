import { expect, test } from 'vitest'
import { changeWords, costWords, effectWords } from './subscription-words.ts'

const before = { userType: 'device', used: 4, enabled: 5, monthlyPriceCents: 1500 } as const
const effect = (enabled: number, monthlyPriceCents = 1500) =>
  effectWords({ before, enabled, monthlyPriceCents, currency: 'GBP' })

test('says the effect of saving in licences and in money', () => {
  expect(effect(6)).toBe(
    '1 more than now. 4 are used, so 2 are free then. They cost £90.00 a month: £15.00 more than now.',
  )
  expect(effect(4)).toBe(
    '1 fewer than now. 4 are used, so 0 are free then. They cost £60.00 a month: £15.00 less than now.',
  )
  expect(effect(5)).toBe('The number stays 5: 4 are used, so 1 is free then. They cost £75.00 a month, as now.')
  expect(effect(5, 0)).toBe('The number stays 5: 4 are used, so 1 is free then.')
})

test('says in the log whether the number, the cost or both changed', () => {
  const change = { at: '', userType: 'device', from: 5, to: 6, priceFrom: 1500, priceTo: 1600, by: null } as const
  expect(changeWords(change, 'EUR')).toBe('Device from 5 to 6, one costs €16.00 instead of €15.00')
  expect(changeWords({ ...change, to: 5 }, 'EUR')).toBe('Device one costs €16.00 instead of €15.00')
  expect(changeWords({ ...change, priceFrom: 0 }, 'EUR')).toBe('Device from 5 to 6, one costs €16.00')
  expect(changeWords({ ...change, priceFrom: null, priceTo: null }, 'EUR')).toBe('Device from 5 to 6')
  expect(costWords(before, 'USD')).toBe('US$15.00 each, US$75.00 in all')
})
