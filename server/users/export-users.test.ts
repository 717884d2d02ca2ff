import { expect, test } from 'vitest'
import { toCell } from './export-users.ts'

test('1.2.10 what a spreadsheet would run is led by an apostrophe, and quotes stay in their cell', () => {
  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) expect(toCell(formula)).toBe(`"'${formula}"`)
  expect(toCell('Ada "the first", Lovelace')).toBe('"Ada ""the first"", Lovelace"')
  expect(toCell('a=1')).toBe('"a=1"')
})
