import { always, choose, type Statement } from './statement.ts'
import type { SyncResult } from './status-line.ts'

export const resultWords: Record<SyncResult, string> = {
  complete: 'complete',
  'no-connection': 'no connection',
  'server-trouble': 'the server has a problem',
  'session-ended': 'no one is signed in',
  refused: 'the server refused',
  'storage-full': "this device's storage is full",
  'storage-problem': "the app can't use this device's storage",
}

/** How the last round ended. */
export type TryFacts = { result: SyncResult | undefined; isBusy: boolean }

const after = (result: SyncResult, words: string, because: string): Statement<TryFacts, string | undefined> => ({
  words,
  because,
  when: facts => !facts.isBusy && facts.result === result,
  say: () => words,
})

export const tryStatements: readonly Statement<TryFacts, string | undefined>[] = [
  after(
    'no-connection',
    'No connection. Nothing is lost. The sync continues when the connection is back.',
    'The last round got no answer. Unsent items are on the disk, and the next round is planned.',
  ),
  after(
    'server-trouble',
    'The server has a problem. Nothing is lost. The app retries by itself.',
    'The server answered the last round with an error. Unsent items are on the disk, and the next round is planned.',
  ),
  after(
    'session-ended',
    "The app can't sync until you sign in.",
    'The device holds no sign-in, so no round can start.',
  ),
  after(
    'refused',
    'The server refused this device. Export the diagnostics below and send them to your administrator.',
    'The server refused a request that no single item caused.',
  ),
  after(
    'storage-full',
    "This device's storage is full. Free some space, then sync again.",
    'The browser refused a write with QuotaExceededError.',
  ),
  after(
    'storage-problem',
    "The app can't use this device's storage right now. Close its other tabs, reload it, then sync again.",
    'A read or write of the device failed for another reason.',
  ),
  {
    words: '(nothing)',
    because: 'The last round reached its end, or a round is running.',
    when: always,
    say: () => undefined,
  },
]

export const tryWords = (facts: TryFacts): string | undefined => choose(tryStatements, facts)

/** The last round of this user that reached its end, in words, on this device. */
export type CompleteFacts = { when: string | undefined }

export const completeStatements: readonly Statement<CompleteFacts, string>[] = [
  {
    words: 'never',
    because: 'No round of this user has reached its end on this device. Those of other users do not count.',
    when: ({ when }) => when === undefined,
    say: () => 'never',
  },
  {
    words: 'today at 09:31, 5 min ago',
    because: 'At this time, a round of this user ended with an answer of the server to its last request.',
    when: always,
    say: ({ when }) => when ?? 'never',
  },
]

export const completeWords = (when: string | undefined): string => choose(completeStatements, { when })
