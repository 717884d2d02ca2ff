import { expect, test } from 'vitest'
import { readCode } from './read-code.ts'

const digitsOf = (typed: string) => {
  const read = readCode(typed)
  return read.kind === 'code' ? read.digits : read.kind
}

test('3.3.8 reads a code in the digits of every script', () => {
  const scripts = ['526515', '٥٢٦٥١٥', '۵۲۶۵۱۵', '５２６５１５', '५२६५१५', '৫২৬৫১৫', '๕๒๖๕๑๕', '𝟓𝟐𝟔𝟓𝟏𝟓', '5️⃣2️⃣6️⃣5️⃣1️⃣5️⃣']
  expect(scripts.map(digitsOf)).toEqual(Array(scripts.length).fill('526515'))
  for (let point = 0x80; point < 0x20000; point += 1) {
    const digit = String.fromCodePoint(point)
    if (/\p{Nd}/u.test(digit)) expect(digitsOf(digit.repeat(6)), point.toString(16)).toMatch(/^(\d)\1{5}$/)
  }
  expect(digitsOf([0, 1, 2, 3, 4, 5].map(value => String.fromCodePoint(0x116da + value)).join(''))).toBe('012345')
})

test('3.3.8 finds the only run of six digits in pasted text', () => {
  const pasted = [
    ' 526 515\n',
    '526–515',
    '5 2 6 5 1 5',
    '52-65-15',
    'Code: 526515',
    'Code: 526 515',
    '\u200b526\u200d515\u2060',
    '代码526515请',
    'Your code is 526515. It works for 10 minutes, until 14:32 on 26 Nov 2026.',
    'Code 526515, I repeat: 526515',
    `Reset\nhttps://x.example/reset/${'123456-'.repeat(6)}x\nCode:\n526515\nSent 2026 10 28, call +44 1632 960 100`,
  ]
  expect(pasted.map(digitsOf)).toEqual(Array(pasted.length).fill('526515'))
})

test('reports a text without a code, or with more than one', () => {
  expect(['', '12345', '1234567', 'none', '12 34', '2026-11-28 10:15'].map(digitsOf)).toEqual(
    Array(6).fill('malformed'),
  )
  expect(digitsOf('526515 or 111111')).toBe('several')
})
