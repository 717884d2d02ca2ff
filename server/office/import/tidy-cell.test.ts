import { expect, test } from 'vitest'
import { splitFullName } from './split-full-name.ts'
import { tidyCell } from './tidy-cell.ts'

test("strips a spreadsheet's additions from a cell and keeps its zeros", () => {
  expect(tidyCell('="00123"')).toBe('00123')
  expect(tidyCell("'00124")).toBe('00124')
  expect(tidyCell("'=1+1")).toBe('=1+1')
  expect(tidyCell("'s-Hertogenbosch")).toBe("'s-Hertogenbosch")
  expect(tidyCell(' two\nlines\u00A0\uFEFF')).toBe('two lines')
  expect(tidyCell('\u202AHV1001\u202C')).toBe('HV1001')
})

test('treats a dash and a formula error as empty, but not a name', () => {
  for (const nothing of ['-', '--', '–', '#N/A', '#NV', '#REF!', '#n/a']) expect(tidyCell(nothing), nothing).toBe('')
  for (const text of ['Null', 'No', '#1', 'A-B']) expect(tidyCell(text)).toBe(text)
})

test('splits a full name as chosen, and a comma marks the surname', () => {
  expect(splitFullName('Jo Anne Quay', 'surname-last')).toEqual({ givenName: 'Jo Anne', familyName: 'Quay' })
  expect(splitFullName('Quay Jo Anne', 'surname-first')).toEqual({ givenName: 'Jo Anne', familyName: 'Quay' })
  expect(splitFullName('Quay, Jo Anne', 'surname-last')).toEqual({ givenName: 'Jo Anne', familyName: 'Quay' })
  expect(splitFullName('Quay Ltd', 'keep')).toEqual({ givenName: '', familyName: 'Quay Ltd' })
})
