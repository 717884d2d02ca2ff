import { expect, test } from 'vitest'
import { isMailUsername, readNewAddress, readNewName, readUsername } from './username.ts'
import { usernameWords } from './username-words.ts'

const keyOf = (typed: string) => {
  const read = readUsername(typed)
  return read.kind === 'read' ? read.username.key : read.why
}
const wordsOf = (read: ReturnType<typeof readNewName>) =>
  read.kind === 'read' ? read.username.typed : usernameWords(read.refusal)

test('compares usernames regardless of case, width, invisible characters and surrounding spaces', () => {
  expect(keyOf('  Riley.REP@HarbourVale.example ')).toBe('riley.rep@harbourvale.example')
  expect(keyOf('ＪＳＭＩＴＨ')).toBe('jsmith')
  expect(keyOf('STRASSE')).not.toBe(keyOf('Straße'))
  expect(keyOf('\uFEFFJSMITH\u200B')).toBe('jsmith')
  expect(readUsername(' \u202ARiley\u00AD.rep@harbourvale.example\u202C ')).toMatchObject({
    username: { typed: 'Riley.rep@harbourvale.example', key: 'riley.rep@harbourvale.example' },
  })
})

test('refuses letters of two alphabets within one part of a name, so that no two accounts look alike', () => {
  expect(keyOf('ril\u0435y@harbourvale.example')).toBe('mixed-scripts')
  expect(keyOf('riley@h\u0430rbourvale.example')).toBe('mixed-scripts')
  expect(keyOf('riley@xn--pple-43d.example')).toBe('mixed-scripts')
  expect(keyOf('\u0440\u0438\u043b\u0438')).toBe('рили')
  expect(keyOf('иван@example.com')).toBe('иван@example.com')
  expect(keyOf('ivan@пример.com')).toBe('ivan@пример.com')
})

test('refuses a name without visible characters, a name that is too long, and control characters', () => {
  for (const nothing of ['', '  ', '\u200B\u2060']) expect(keyOf(nothing)).toBe('empty')
  expect(keyOf('a'.repeat(255))).toBe('too-long')
  expect(keyOf('riley\0rep')).toBe('control-characters')
})

test("doesn't take an imported name for an email address", () => {
  expect(isMailUsername('JSMITH')).toBe(false)
  expect(isMailUsername('riley.rep@harbourvale.example')).toBe(true)
})

test('accepts a deliverable address as a new username, or a plain name where one is allowed, and says why it refuses', () => {
  expect(wordsOf(readNewName('HV\u200B1001'))).toBe('HV1001')
  expect(wordsOf(readNewAddress('HV1001'))).toContain('The @ is missing')
  expect(wordsOf(readNewName('riley@vale'))).toContain('full domain')
  expect(wordsOf(readNewName('ril\u0435y'))).toContain('two alphabets')
})
