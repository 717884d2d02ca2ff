import { beforeAll, describe, expect, test, vi } from 'vitest'
import { loadBuiltRule } from '../../../tests/support/people/strength.ts'
import { readLeakedPasswords } from '../../../tools/strength/leaked-passwords.ts'
import { passwordContextOf } from './password-context.ts'
import type { PasswordRule } from './password-rule.ts'

const nobody = passwordContextOf({ names: [], emails: [], companyWords: [] })
const unusual = 'violet tractor hums softly'

let rule: PasswordRule
beforeAll(async () => {
  rule = await loadBuiltRule()
})

const reasonOf = (password: string, by = rule) => {
  const verdict = by.judge(password, nobody)
  return verdict.kind === 'refused' ? verdict.reason : undefined
}

describe('6.2.4 the most used passwords', () => {
  const leaked = readLeakedPasswords()
    .sort((a, b) => a.rank - b.rank)
    .map(({ text }) => text)

  test('refuses the first 10,000 that fit the length', () => {
    const fitting = leaked.filter(text => [...text].length >= rule.minimumLength).slice(0, 10_000)
    expect(fitting).toHaveLength(10_000)
    expect(fitting.filter(text => reasonOf(text) === undefined)).toEqual([])
  })

  test('refuses the first 3,000 of 15 and more characters if 15 is the minimum', async () => {
    const strict = await loadBuiltRule({ minimumLength: 15 })
    const fitting = leaked.filter(text => [...text].length >= 15).slice(0, 3_000)
    expect(fitting).toHaveLength(3_000)
    expect(fitting.filter(text => reasonOf(text, strict) === undefined)).toEqual([])
  })
})

describe('6.2.12 leaked passwords', () => {
  const leaked = 'correct horse battery staple'

  test('refuses a strong-looking password because it has leaked, without a network', () => {
    const fetching = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('No network'))
    expect(rule.judge(leaked, nobody)).toMatchObject({ kind: 'refused', reason: 'leaked', estimate: { label: 1 } })
    expect(fetching).not.toHaveBeenCalled()
    fetching.mockRestore()
  })

  test('finds them in other case and as NFD', () => {
    expect(reasonOf(leaked.toUpperCase())).toBe('leaked')
    expect(rule.isLeaked(leaked.normalize('NFD'))).toBe(true)
    expect(rule.isLeaked(unusual)).toBe(false)
  })
})

test('6.1.2 refuses passwords made from names of the product and the organisation, with the reason', () => {
  const context = passwordContextOf({ names: [], emails: [], companyWords: ['Harbour & Vale Wholesale'] })
  for (const password of ['fieldkey2025!', 'Field-Key-1', 'HarbourVale#1', 'wholesale.2024']) {
    const verdict = rule.judge(password, context)
    expect(verdict).toMatchObject({ kind: 'refused', reason: 'weak' })
    expect(verdict.estimate.reasons.map(({ code }) => code)).toContain('company')
  }
})

test('6.2.9 a refusal says if the length is the reason, and 256 code points are accepted', () => {
  const long = [...'абвгдежзийклмнопрстуфхцчшщ'].map((letter, at) => letter + unusual.slice(at % 9)).join('')
  const at = (length: number) => [...long].slice(0, length).join('')
  expect(reasonOf(at(256))).toBeUndefined()
  expect(reasonOf(at(257))).toBe('too-long')
  expect(reasonOf('x7!kQ9#')).toBe('too-short')
})

test("an empty context still contains the product's words", () => {
  const context = passwordContextOf({ names: ['', ' '], emails: [''], companyWords: ['Vale'] })
  expect(context).toMatchObject({ names: [], emails: [], companyWords: ['Vale'] })
  expect(context.productWords).toContain('fieldkey')
})
