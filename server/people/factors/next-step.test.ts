import { expect, test } from 'vitest'
import { dayMs } from '../../../shared/time.ts'
import { type FactorFacts, nextStep } from './next-step.ts'
import type { SecondStepPolicy } from './policies.store.ts'

const now = new Date('2026-03-01T10:00:00Z')
const policy = (rule: SecondStepPolicy['rule'], more: Partial<SecondStepPolicy> = {}): SecondStepPolicy => ({
  rule,
  graceDays: 14,
  trustsBrowsers: false,
  ...more,
})
const facts = (more: Partial<FactorFacts> = {}): FactorFacts => ({
  hasFactor: false,
  graceBeganAt: null,
  isTrustedBrowser: false,
  ...more,
})
const nothing = { kind: 'none', dueAt: undefined }

test('without a rule nothing follows, even for a person who has a factor', () => {
  expect(nextStep(policy('off'), facts({ hasFactor: true }), now)).toEqual(nothing)
})

test('an offered second step is asked of those who have one', () => {
  expect(nextStep(policy('offered'), facts(), now)).toEqual(nothing)
  expect(nextStep(policy('offered'), facts({ hasFactor: true }), now)).toEqual({ kind: 'code', mayTrust: false })
})

test('a required one is added after the grace period, which begins with the first sign-in', () => {
  const dueAt = new Date(now.getTime() + 14 * dayMs)
  expect(nextStep(policy('required'), facts(), now)).toEqual({ kind: 'none', dueAt })
  const began = (days: number) => facts({ graceBeganAt: new Date(now.getTime() - days * dayMs) })
  expect(nextStep(policy('required'), began(13), now)).toMatchObject({ kind: 'none' })
  expect(nextStep(policy('required'), began(14), now)).toEqual({ kind: 'add' })
  expect(nextStep(policy('required', { graceDays: 0 }), facts(), now)).toEqual({ kind: 'add' })
})

test('a trusted browser counts only where the policy trusts browsers', () => {
  const trusted = facts({ hasFactor: true, isTrustedBrowser: true })
  expect(nextStep(policy('required', { trustsBrowsers: true }), trusted, now)).toEqual({ kind: 'trusted' })
  expect(nextStep(policy('required'), trusted, now)).toEqual({ kind: 'code', mayTrust: false })
})
