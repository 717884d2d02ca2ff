import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDecimal } from './read-decimal.ts'

const read = (text: string, decimals: 'clear' | 'point' | 'comma' = 'clear', digits = 2) =>
  readDecimal(text, { decimals, digits })

it('reads a price with a decimal point or a decimal comma', () => {
  expect(
    ['12', '12.5', '12,50', '0.125', '.5', ',05', '1,234.50', '1.234,50', '1,234,567'].map(text => read(text)),
  ).toEqual([1200, 1250, 1250, 'too-many-decimals', 50, 5, 123_450, 123_450, 123_456_700])
  expect(
    ["1'234.50", '1 234,50', '1\u00A0234', '£ 12.50', '12,50 €', 'EUR 7', '7.10 GBP'].map(text => read(text)),
  ).toEqual([123_450, 123_450, 123_400, 1250, 1250, 700, 710])
})

it('refuses a number that has two readings, until the importer says how decimals are written', () => {
  expect([read('1,234'), read('1.234'), read('12,000')]).toEqual(['two-readings', 'two-readings', 'two-readings'])
  expect([read('1,234', 'point'), read('1.234', 'comma')]).toEqual([123_400, 123_400])
  expect([read('1,230', 'comma'), read('1.230', 'point')]).toEqual([123, 123])
  expect([read('1,5', 'point'), read('1.234,50', 'point')]).toEqual(['not-a-number', 'not-a-number'])
})

it('refuses negative amounts, broken groups, words and fractions of the smallest unit', () => {
  expect([read('-5'), read('(5.00)'), read('5.00-'), read('−5')]).toEqual(Array(4).fill('negative'))
  expect(
    ['abc', '1.2.3', '12,34.5', '1..2', '', '1e3', '0x10', '5 6', '1,23,456', '--5'].map(text => read(text)),
  ).toEqual(Array(10).fill('not-a-number'))
  expect([read('1.005'), read('1.999', 'point'), read('5.5', 'clear', 0)]).toEqual([
    'two-readings',
    'too-many-decimals',
    'too-many-decimals',
  ])
})

it('reads every amount that it could have written, in both styles', () => {
  const styles = fc.constantFrom(['point', '.', ','] as const, ['comma', ',', '.'] as const)
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000_000 }),
      styles,
      fc.boolean(),
      (cents, [decimals, mark, group], grouped) => {
        const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, grouped ? group : '')
        const text = `${whole}${mark}${String(cents % 100).padStart(2, '0')}`
        expect(read(text, decimals)).toBe(cents)
        expect(read(text)).toBe(cents)
      },
    ),
  )
})
