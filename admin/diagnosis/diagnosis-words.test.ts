import { expect, test } from 'vitest'
import type { Diagnosis } from '../../shared/contract/diagnosis.ts'
import { mailRoadStates, obstacles } from '../../shared/contract/diagnosis-lists.ts'
import { diagnosisWords } from './diagnosis-words.ts'

const at = '2026-05-04T08:12:00.000Z'
const rep = { who: 'Riley Rep', kind: 'user', mailAddress: 'riley.rep@harbourvale.example' } as const
const diagnosis = (change: Partial<Diagnosis>): Diagnosis => ({
  obstacle: null,
  company: null,
  since: null,
  by: null,
  guessing: null,
  mail: null,
  failing: [],
  ...change,
})

test('explains each reason for a blocked sign-in in one sentence that names the user, with a button', () => {
  const guessing = { failures: 7, until: at, whom: 'everybody', networks: ['192.0.2.7'] } as const
  for (const obstacle of obstacles) {
    const words = diagnosisWords(diagnosis({ obstacle, guessing: { ...guessing, networks: [] } }), rep)
    expect(words.text).toContain('Riley Rep')
    expect(words.isOpen).toBe(false)
    // A retailer is reopened on its own page, for all its contacts.
    if (obstacle !== 'retailer-closed') expect(words.fix, obstacle).toBeDefined()
  }
  expect(diagnosisWords(diagnosis({}), rep)).toMatchObject({ isOpen: true, title: 'Can sign in', more: [] })
})

test('offers to change the username if no email can be sent', () => {
  const nobody = { ...rep, mailAddress: null }
  for (const obstacle of ['compromised', 'no-password'] as const) {
    const words = diagnosisWords(diagnosis({ obstacle }), nobody)
    expect(words.fix).toBe('change-username')
    expect(words.more.join()).toContain("isn't an email address")
  }
  expect(diagnosisWords(diagnosis({}), nobody)).toMatchObject({ isOpen: true, fix: 'change-username' })
  expect(diagnosisWords(diagnosis({ obstacle: 'locked' }), nobody).fix).toBe('unlock')
})

test('says which company sign-in is the only way', () => {
  const words = diagnosisWords(diagnosis({ company: 'Harbour Login' }), rep)
  expect(words).toMatchObject({ isOpen: true, title: 'Signs in with the company' })
  expect(words.text).toContain('Riley Rep signs in with Harbour Login, the only way')
})

test('tells the state of the last email once, and nothing about a used one', () => {
  for (const state of mailRoadStates) {
    const mail = { purpose: 'reset', state, at, until: at, answer: null } as const
    expect(diagnosisWords(diagnosis({ mail }), rep).more, state).toHaveLength(state === 'used' ? 0 : 1)
  }
})
