import { expect, test } from 'vitest'
import { splitFullName } from './split-full-name.ts'
import { tidyCell } from './tidy-cell.ts'

test('a cell loses what a spreadsheet added, and keeps its zeros', () => {
  expect(tidyCell('="00123"')).toBe('00123')
  expect(tidyCell("'00124")).toBe('00124')
  expect(tidyCell("'=1+1")).toBe('=1+1')
  expect(tidyCell("'s-Hertogenbosch")).toBe("'s-Hertogenbosch")
  expect(tidyCell(' two\nlines\u00A0\uFEFF')).toBe('two lines')
  expect(tidyCell('\u202AHV1001\u202C')).toBe('HV1001')
})

test('a dash and an error of a formula stand for nothing; a name does not', () => {
  for (const nothing of ['-', '--', '–', '#N/A', '#NV', '#REF!', '#n/a']) expect(tidyCell(nothing), nothing).toBe('')
  for (const text of ['Null', 'No', '#1', 'A-B']) expect(tidyCell(text)).toBe(text)
})

test('a full name is split as it was chosen, and a comma says which part is the surname', () => {
  expect(splitFullName('Jo Anne Quay', 'surname-last')).toEqual({ givenName: 'Jo Anne', familyName: 'Quay' })
  expect(splitFullName('Quay Jo Anne', 'surname-first')).toEqual({ givenName: 'Jo Anne', familyName: 'Quay' })
  expect(splitFullName('Quay, Jo Anne', 'surname-last')).toEqual({ givenName: 'Jo Anne', familyName: 'Quay' })
  expect(splitFullName('Quay Ltd', 'keep')).toEqual({ givenName: '', familyName: 'Quay Ltd' })
})
