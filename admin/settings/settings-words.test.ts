import { expect, test } from 'vitest'
import { correctionWords, currencyOptions, toBase64 } from './settings-words.ts'

test('says whether a colour was corrected, and which colour replaces it', () => {
  expect(correctionWords('#ffd400')).toMatch(/too light to read on white, .* are #\w{6} there\. .* they are #ffd400/)
  expect(correctionWords('#0b6b50')).toMatch(/^#0b6b50 is used unchanged\. On dark screens .* #\w{6} there\.$/)
})

test('always offers the present currency', () => {
  expect(currencyOptions('GBP')).toContainEqual({ value: 'GBP', label: 'GBP, British Pound' })
  expect(currencyOptions('XBX').filter(({ value }) => value === 'XBX')).toHaveLength(1)
})

test('turns bytes into base64', () => expect(toBase64(Uint8Array.of(0, 255, 16))).toBe('AP8Q'))
