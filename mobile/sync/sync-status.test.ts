import { expect, it } from 'vitest'
import type { Person } from '../sign-in/session.ts'
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
}
const calm: Parameters<typeof headerOf>[0] = {
  session: { kind: 'signed-in', person },
  work: { kind: 'resting' },
  waiting: 0,
  attention: 0,
  hasStorageProblem: false,
  isNewVersionReady: false,
}

it.each([
  ['All sent', {}],
  ['Sending 1 of 3', { work: { kind: 'sending', done: 1, total: 3 } }],
  ['Downloading', { work: { kind: 'downloading' } }],
  ['2 waiting (no connection)', { waiting: 2 }],
  ['1 needs attention', { attention: 1, waiting: 2 }],
  ['3 need attention', { attention: 3 }],
  [
    'Sign in again (your password was changed)',
    { session: { kind: 'ended', person, reason: 'password-reset' }, waiting: 4 },
  ],
  ['Storage problem', { hasStorageProblem: true, attention: 1 }],
  ['New version ready', { isNewVersionReady: true }],
] as const)('the header line says: %s', (words, change) => {
  expect(headerWords(headerOf({ ...calm, ...change }))).toBe(words)
})

it('tries again soon, then less often, and never by itself after the end of a session', () => {
  expect([1, 2, 3, 20].map(failures => waitAfter('no-connection', failures))).toEqual([5000, 10_000, 20_000, 300_000])
  expect(waitAfter('complete', 0)).toBe(300_000)
  expect(waitAfter('session-ended', 1)).toBeUndefined()
})
