import { expect, test } from 'vitest'
import { toCsvLine } from './csv.ts'

test('1.2.10 what a spreadsheet would run is led by an apostrophe, and quotes stay in their cell', () => {
  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
    expect(toCsvLine([formula])).toBe(`"'${formula}"\r\n`)
  }
  expect(toCsvLine(['Ada "the first", Lovelace', 'a=1'])).toBe('"Ada ""the first"", Lovelace","a=1"\r\n')
})
