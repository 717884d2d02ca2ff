import { expect, test } from 'vitest'
import { looksComplete } from './reset-option.ts'

test('only an address that looks complete is asked about at a rest', () => {
  expect(looksComplete('riley.rep@harbourvale.example')).toBe(true)
  const incomplete = [
    '',
    'JSMITH',
    'riley@',
    'riley@harbourvale',
    'riley@harbourvale.',
    'riley@harbourvale.e',
    'a b@c.example',
  ]
  expect(incomplete.filter(looksComplete)).toEqual([])
})
