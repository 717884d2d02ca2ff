import { expect, it } from 'vitest'
import type { Person } from '../session/session.ts'
import { headerOf, headerWords } from './sync-status.ts'
import { waitAfter } from './wait-after.ts'

const person: Person = {
  accountId: 'a',
  username: 'riley',
  fullName: 'Riley',
  userType: 'device',
  canResetByMail: true,
  organisation: { name: 'Harbour & Vale', contactLine: '' },
  territories: [],
  sessionEndsAt: '2026-06-01T00:00:00.000Z',
  serverTime: '2026-05-04T08:00:00.000Z',
  currency: 'GBP',
  timeZone: 'Europe/London',
  hiddenAfterDays: 30,
}
const calm: Parameters<typeof headerOf>[0] = {
  session: { kind: 'signed-in', person },
  work: { kind: 'resting' },
  waiting: 0,
  attention: 0,
  lastResult: 'complete',
  isNewVersionReady: false,
}

it.each([
  ['All sent', {}],
  ['Sending 1 of 3', { work: { kind: 'sending', done: 1, total: 3 } }],
  ['Downloading', { work: { kind: 'downloading' } }],
  ['2 waiting', { waiting: 2 }],
  ['2 waiting (no connection)', { waiting: 2, lastResult: 'no-connection' }],
  ['2 waiting (the server has a problem)', { waiting: 2, lastResult: 'server-trouble' }],
  ['2 waiting (the server refused)', { waiting: 2, lastResult: 'refused' }],
  ['1 needs attention', { attention: 1, waiting: 2 }],
  ['3 need attention', { attention: 3 }],
  [
    'Sign in again (your password was changed)',
    { session: { kind: 'ended', person, reason: 'password-reset' }, waiting: 4 },
  ],
  ['Storage problem', { lastResult: 'storage-problem', attention: 1 }],
  ['New version ready', { isNewVersionReady: true }],
  ['No one is signed in', { session: { kind: 'signed-out', lastUsername: 'riley' } }],
  ['2 waiting (no one is signed in)', { session: { kind: 'signed-out', lastUsername: null }, waiting: 2 }],
] as const)('the header line says: %s', (words, change) => {
  expect(headerWords(headerOf({ ...calm, ...change }))).toBe(words)
})

it.each([
  ['password-reset', 'your password was changed'],
  ['signed-out-by-admin', 'an administrator signed you out'],
  ['deactivated', 'your account was deactivated'],
  ['licence-removed', 'your licence was removed'],
  ['compromised', 'your account was reported as compromised'],
  ['expired', 'your sign-in has expired'],
] as const)('the end of a session has its reason in the line: %s', (reason, words) => {
  const header = headerOf({ ...calm, session: { kind: 'ended', person, reason }, attention: 2, waiting: 3 })
  expect(headerWords(header)).toBe(`Sign in again (${words})`)
})

it('retries soon, then less often, and never by itself after the session ended', () => {
  expect([1, 2, 3, 20].map(failures => waitAfter('no-connection', failures))).toEqual([5000, 10_000, 20_000, 300_000])
  expect(waitAfter('complete', 0)).toBe(300_000)
  expect(waitAfter('session-ended', 1)).toBeUndefined()
})
