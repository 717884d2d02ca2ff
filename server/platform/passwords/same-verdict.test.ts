import { beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD_CLASSES } from '../../../bench/strength/password-classes.ts'
import { lookUpLeaked } from '../../../browser/look-up-leaked.ts'
import { createEstimator, type Estimator, type StrengthContext } from '../../../shared/strength/estimate.ts'
import { isAcceptable } from '../../../shared/strength/labels.ts'
import { asLeaked } from '../../../shared/strength/leaked-hash.ts'
import { NO_DICTIONARIES, untilChecked } from '../../../shared/strength/without-dictionaries.ts'
import { loadBuiltRule, nobody, readServedDictionaries } from '../../../tests/support/people/strength.ts'
import { readLeakedPasswords } from '../../../tools/strength/leaked-passwords.ts'
import { createChance } from '../../../tools/strength/samples/seeded.ts'
import type { PasswordRule } from './password-rule.ts'

let rule: PasswordRule
let estimate: Estimator
beforeAll(async () => {
  rule = await loadBuiltRule()
  estimate = createEstimator(await readServedDictionaries())
})

const asked: string[] = []
async function ask(prefix: string): Promise<string[]> {
  asked.push(prefix)
  return rule.leakedShard(prefix) ?? []
}

/** Judges a password as the worker of the pages does. */
async function judgeInBrowser(password: string, context: StrengthContext) {
  const found = estimate(password, context)
  return isAcceptable(found.label) && (await lookUpLeaked(password, ask)) ? asLeaked(found) : found
}

async function expectSameVerdict(password: string, context: StrengthContext): Promise<void> {
  const verdict = rule.judge(password, context)
  expect({ password, estimate: await judgeInBrowser(password, context) }).toEqual({
    password,
    estimate: verdict.estimate,
  })
  expect(isAcceptable(verdict.estimate.label)).toBe(verdict.kind === 'accepted')
}

describe('J7 browser and server give the same verdict', () => {
  test.each(PASSWORD_CLASSES.map(one => [one.title, one] as const))('on %s', async (_title, { make }) => {
    const chance = createChance(41)
    for (let round = 0; round < 200; round++) {
      const { password, context } = make(chance, 'tuning')
      await expectSameVerdict(password, context)
    }
  })

  test('on leaked passwords, including those that only the list knows', async () => {
    const leaked = readLeakedPasswords().map(({ text }) => text)
    for (const text of leaked.filter((_, index) => index % 1_000 === 0)) await expectSameVerdict(text, nobody)
    await expectSameVerdict('correct horse battery staple', nobody)
    await expectSameVerdict('Correct Horse Battery Staple', nobody)
  })
})

test('the browser sends three hexadecimal characters of a hash and nothing of the typed text', async () => {
  asked.length = 0
  await lookUpLeaked('Correct Horse Battery Staple', ask)
  expect(asked.length).toBe(2)
  expect(asked.every(prefix => /^[0-9a-f]{3}$/.test(prefix))).toBe(true)
})

test('if the check gets no answer, the server decides when the password is saved', async () => {
  const fails = () => Promise.reject(new Error('offline'))
  expect(await lookUpLeaked('correct horse battery staple', fails)).toBe(false)
})

test('until the dictionaries are loaded, nothing is rated better than Weak', () => {
  const early = createEstimator(NO_DICTIONARIES)
  expect(untilChecked(early('violet tractor hums softly', nobody))).toMatchObject({
    label: 1,
    reasons: [{ code: 'checking' }],
  })
  expect(untilChecked(early('aaaaaaaaaaaa', nobody))).toMatchObject({ label: 0, reasons: [{ code: 'repeats' }, {}] })
})
