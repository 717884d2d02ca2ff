import type { EndReason } from '../../shared/contract/end-reasons.ts'
import type { Session } from '../session/session.ts'
import { always, choose, type Statement } from './statement.ts'

export type Work = { kind: 'resting' } | { kind: 'sending'; done: number; total: number } | { kind: 'downloading' }
export type SyncResult =
  | 'complete'
  | 'no-connection'
  | 'server-trouble'
  | 'session-ended'
  | 'refused'
  | 'storage-full'
  | 'storage-problem'

/** The status line at the top of Sync Status, and the icon in each header. */
export type Header =
  | { kind: 'all-sent'; ofOthers: number }
  | { kind: 'sending'; done: number; total: number }
  | { kind: 'downloading' }
  | { kind: 'waiting'; count: number; because?: SyncResult }
  | { kind: 'attention'; count: number }
  | { kind: 'sign-in-again'; reason: EndReason }
  | { kind: 'storage-problem'; isFull: boolean }
  | { kind: 'not-downloaded' | 'nothing-waiting'; because?: SyncResult }
  | { kind: 'new-version' }
  | { kind: 'starting' }
  | { kind: 'signed-out'; waiting: number }

export type LineFacts = {
  session: Session
  work: Work
  /** The rep's unsent items; without a rep, those of every user of the device. */
  waiting: number
  attention: number
  ofOthers: number
  /** The result of the last round since the app started. Undefined while the server has not answered yet. */
  lastResult: SyncResult | undefined
  /** Every collection was downloaded to its end at least once. */
  isDownloaded: boolean
  isNewVersionReady: boolean
}

const reasonOf = ({ lastResult }: LineFacts) => (lastResult === undefined ? {} : { because: lastResult })

export const lineStatements: readonly Statement<LineFacts, Header>[] = [
  {
    words: 'Storage is full; Storage problem',
    because: 'The last round failed because this device could not write, and the browser said why.',
    when: ({ lastResult }) => lastResult === 'storage-full' || lastResult === 'storage-problem',
    say: ({ lastResult }) => ({ kind: 'storage-problem', isFull: lastResult === 'storage-full' }),
  },
  {
    words: 'Sign in again (your password was changed)',
    because: 'The server ended the session and gave this reason.',
    when: ({ session }) => session.kind === 'ended',
    say: ({ session }) => ({ kind: 'sign-in-again', reason: session.kind === 'ended' ? session.reason : 'expired' }),
  },
  {
    words: 'Starting',
    because: 'The app has not read yet who uses it.',
    when: ({ session }) => session.kind === 'starting',
    say: () => ({ kind: 'starting' }),
  },
  {
    words: 'No one is signed in; 2 waiting (no one is signed in)',
    because: 'The device holds no sign-in. The number counts the unsent items of every user of the device.',
    when: ({ session }) => session.kind === 'signed-out',
    say: ({ waiting }) => ({ kind: 'signed-out', waiting }),
  },
  {
    words: '1 needs attention; 3 need attention',
    because: 'The server refused this number of items of the rep.',
    when: ({ attention }) => attention > 0,
    say: ({ attention }) => ({ kind: 'attention', count: attention }),
  },
  {
    words: 'Sending 1 of 3',
    because: 'A round is sending the items that were unsent when it began.',
    when: ({ work }) => work.kind === 'sending',
    say: ({ work }) => work as Header,
  },
  {
    words: 'Downloading',
    because: 'A round is downloading.',
    when: ({ work }) => work.kind === 'downloading',
    say: () => ({ kind: 'downloading' }),
  },
  {
    words: '2 waiting; 2 waiting (no connection)',
    because: 'The device holds this number of unsent items of the rep. The reason is the result of the last round.',
    when: ({ waiting }) => waiting > 0,
    say: facts => ({ kind: 'waiting', count: facts.waiting, ...reasonOf(facts) }),
  },
  {
    words: "The first download isn't finished; The first download isn't finished (no connection)",
    because: 'At least one collection was never downloaded to its end.',
    when: ({ isDownloaded }) => !isDownloaded,
    say: facts => ({ kind: 'not-downloaded', ...reasonOf(facts) }),
  },
  {
    words: 'Nothing waiting; Nothing waiting (no connection)',
    because:
      'The device holds no unsent item of the rep, and the last round did not reach its end, or none has ended yet.',
    when: ({ lastResult }) => lastResult !== 'complete',
    say: facts => ({ kind: 'nothing-waiting', ...reasonOf(facts) }),
  },
  {
    words: 'New version ready',
    because: 'The browser has downloaded a new version of the app.',
    when: ({ isNewVersionReady }) => isNewVersionReady,
    say: () => ({ kind: 'new-version' }),
  },
  {
    words: 'All sent; All yours are sent',
    because:
      'The rep has no unsent and no refused item, every collection was downloaded once, and the last round ended with an answer of the server. The second form: the device holds unsent items of other users.',
    when: always,
    say: ({ ofOthers }) => ({ kind: 'all-sent', ofOthers }),
  },
]

export const headerOf = (facts: LineFacts): Header => choose(lineStatements, facts)
