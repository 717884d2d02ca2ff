import { expect, test } from 'vitest'
import { looksComplete } from './reset-option.ts'

test('asks the server after a pause only for an address that looks complete', () => {
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
