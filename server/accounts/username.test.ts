import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMailUsername, readUsername, usernameKey } from './username.ts'

const keyOf = (typed: string) => {
  const read = readUsername(typed)
  return read.kind === 'read' ? read.username.key : read.why
}

test('a username is compared without regard to case, width and space around it', () => {
  expect(keyOf('  Riley.REP@HarbourVale.example ')).toBe('riley.rep@harbourvale.example')
  expect(keyOf('ＪＳＭＩＴＨ')).toBe('jsmith')
  expect(keyOf('STRASSE')).not.toBe(keyOf('Straße'))
})

test('the key of a key is itself, so that comparing twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), typed => usernameKey(usernameKey(typed)) === usernameKey(typed)),
  )
})

test('invisible characters and a mix of alphabets are refused, so that no two accounts look alike', () => {
  expect(keyOf('riley\u200b@harbourvale.example')).toBe('invisible-characters')
  expect(keyOf('riley\u202e@harbourvale.example')).toBe('invisible-characters')
  expect(keyOf('ril\u0435y@harbourvale.example')).toBe('mixed-scripts')
  expect(keyOf('\u0440\u0438\u043b\u0438')).toBe('рили')
})

test('nothing and more than a mail address may hold are refused', () => {
  expect(keyOf('  ')).toBe('empty')
  expect(keyOf('a'.repeat(255))).toBe('too-long')
})

test('an imported name is no mail address', () => {
  expect(isMailUsername('JSMITH')).toBe(false)
  expect(isMailUsername('riley.rep@harbourvale.example')).toBe(true)
})
