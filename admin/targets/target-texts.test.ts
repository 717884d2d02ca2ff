import { expect, test } from 'vitest'
import { readAmount, spreadPasted, textOf } from './target-texts.ts'

test.each([
  ['12000', 1_200_000],
  ['12,000', 1_200_000],
  ['£12 000.50', 1_200_050],
  ['12.000,5 €', 1_200_050],
  ['GBP 1,234,567.89', 123_456_789],
  ['0', 0],
  ['', null],
  ['  ', null],
  ['about 12', undefined],
  ['-5', undefined],
  ['1.2.3', undefined],
  ['99999999999999', undefined],
])('%s is read as %s cents', (text, cents) => {
  expect(readAmount(text)).toBe(cents)
  if (typeof cents === 'number') expect(readAmount(textOf(cents))).toBe(cents)
})

test('cells of a spreadsheet fill the fields to the right and down, and end with the table', () => {
  const table = { repIds: ['a', 'b'], months: ['2026-11', '2026-12'] }
  const text = '1\t2\t3\r\n4\t5\r\n6\t7\r\n'
  expect([...spreadPasted({ ...table, text, at: { repId: 'a', month: '2026-11' } })]).toEqual([
    ['a 2026-11', '1'],
    ['a 2026-12', '2'],
    ['b 2026-11', '4'],
    ['b 2026-12', '5'],
  ])
  expect([...spreadPasted({ ...table, text, at: { repId: 'b', month: '2026-12' } })]).toEqual([['b 2026-12', '1']])
})
