import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toCsvLine } from '../../../../shared/csv/csv.ts'
import { guardCell, readPlainCell } from './plain-cell.ts'

const again = (text: string) => {
  const [[cell = ''] = []]: string[][] = parse(toCsvLine([guardCell(text)]), { relax_column_count: true })
  return readPlainCell(cell)
}

it('reads back each text that an export wrote, whatever it begins with', () => {
  const signs = fc.constantFrom("'", '=', '+', '-', '@', '1', ' ', '\n', '"', ',', '\u200B', '\uFF1D', 'a', '−', '\t')
  const text = fc
    .oneof(fc.string({ unit: signs, maxLength: 6 }), fc.string({ unit: 'grapheme', maxLength: 12 }))
    .map(sample => sample.trim())
  fc.assert(
    fc.property(text, sample => {
      expect(again(sample)).toBe(sample)
    }),
    { numRuns: 2000 },
  )
  const odd = ['-', '–', '#N/A', "'007", '="00123"', 'first\n  second']
  expect(odd.map(again)).toEqual(odd)
})

it('reads what spreadsheets write around a code, and a formula error as an empty cell', () => {
  expect(['="00123"', "'00123", ' 00123 ', '#N/A', '-', '–'].map(readPlainCell)).toEqual([
    '00123',
    '00123',
    '00123',
    '',
    '',
    '',
  ])
})
