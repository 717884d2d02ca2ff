import { expect, test } from 'vitest'
import { toCsvLine } from './csv.ts'

test('1.2.10 a cell that a spreadsheet would run gets a leading apostrophe, and quotes stay in their cell', () => {
  const signs = [
    '=',
    '+',
    '-',
    '@',
    '\uff1d',
    '\uff0b',
    '\uff0d',
    '\uff20',
    '\ufe66',
    '\ufe62',
    '\ufe63',
    '\ufe6b',
    '\u2212',
  ]
  const blanks = [
    '',
    ' ',
    '  ',
    '\t',
    '\r',
    '\n',
    '\u00a0',
    '\u3000',
    '\ufeff',
    '\u200b',
    '\u200e',
    '\u2060',
    '\u00ad',
    '\0',
  ]
  for (const formula of blanks.flatMap(blank => signs.map(sign => `${blank}${sign}1+1`))) {
    expect(toCsvLine([formula]), JSON.stringify(formula)).toBe(`"'${formula}"\r\n`)
  }
  for (const text of ['', ' ', 'a=1', ' Ada', "'=1", '1-2']) expect(toCsvLine([text])).toBe(`"${text}"\r\n`)
  expect(toCsvLine(['Ada "the first", Lovelace', 'a=1'])).toBe('"Ada ""the first"", Lovelace","a=1"\r\n')
})
