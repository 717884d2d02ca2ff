import { expect, test } from 'vitest'
import { digitsOf } from './code-field.ts'
import { looksComplete } from './reset-option.ts'

test('3.3.8 of a pasted code the digits are kept', () => {
  const pasted = ['123 456', ' 123-456\n', 'Code: 123456', '１２３４５６']
  expect(pasted.map(digitsOf)).toEqual(Array(4).fill('123456'))
  expect(digitsOf('none')).toBe('')
})

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
