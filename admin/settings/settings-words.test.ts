import { expect, test } from 'vitest'
import { correctionWords, currencyOptions, problemsOf, readWords, toBase64 } from './settings-words.ts'

test('it is said in words where a colour had to be corrected, and into which', () => {
  expect(correctionWords('#ffd400')).toMatch(/too light to read on white, .* are #\w{6} there\. .* they are #ffd400/)
  expect(correctionWords('#0b6b50')).toMatch(/^#0b6b50 is used unchanged\. On dark screens .* #\w{6} there\.$/)
})

test('words are read line by line, each once, and empty lines are none', () => {
  expect(readWords(' Quay \n\nSons\nQuay\n')).toEqual(['Quay', 'Sons'])
})

test('what cannot be saved is said at its field', () => {
  const whole = {
    name: 'Quay',
    contactLine: 'Ask Jo.',
    securityWords: [],
    colour: null,
    currency: 'GBP',
    timeZone: 'Europe/London',
    hiddenAfterDays: 30,
  }
  expect(problemsOf(whole)).toEqual({})
  const bad = { ...whole, name: ' ', contactLine: 'x'.repeat(201), colour: '#12', securityWords: ['x'.repeat(61)] }
  expect(Object.keys(problemsOf(bad)).toSorted()).toEqual(['colour', 'contactLine', 'name', 'securityWords'])
})

test('the present currency is always among those that can be chosen', () => {
  expect(currencyOptions('GBP')).toContainEqual({ value: 'GBP', label: 'GBP, British Pound' })
  expect(currencyOptions('XBX').filter(({ value }) => value === 'XBX')).toHaveLength(1)
})

test('bytes become base64', () => expect(toBase64(Uint8Array.of(0, 255, 16))).toBe('AP8Q'))
