import { expect, it } from 'vitest'
import type { Person } from '../session/session.ts'
import { headerOf } from './status-line.ts'
import { headerWords } from './status-words.ts'

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
  ofOthers: 0,
  lastResult: 'complete',
  isDownloaded: true,
  isNewVersionReady: false,
}

it.each([
  ['All sent', {}],
  ['All yours are sent', { ofOthers: 2 }],
  ['Nothing waiting', { lastResult: undefined }],
  ['Nothing waiting (no connection)', { lastResult: 'no-connection' }],
  ["The first download isn't finished", { isDownloaded: false }],
  ["The first download isn't finished (no connection)", { isDownloaded: false, lastResult: 'no-connection' }],
  ['Starting', { session: { kind: 'starting' } }],
  ['Storage is full', { lastResult: 'storage-full' }],
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
