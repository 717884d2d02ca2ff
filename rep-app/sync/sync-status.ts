import type { EndReason } from '../../shared/contract/end-reasons.ts'
import type { CollectionState } from '../device/cache.ts'
import type { OutboxItem } from '../device/outbox-db.ts'
import type { Session } from '../session/session.ts'

export type Work = { kind: 'resting' } | { kind: 'sending'; done: number; total: number } | { kind: 'downloading' }
export type LastTry = {
  at: number
  result: 'complete' | 'no-connection' | 'server-trouble' | 'session-ended' | 'refused' | 'storage-problem'
}

/** The status line at the top of Sync Status, and the icon in each header. */
export type Header =
  | { kind: 'all-sent' }
  | { kind: 'sending'; done: number; total: number }
  | { kind: 'downloading' }
  | { kind: 'waiting'; count: number; because?: LastTry['result'] }
  | { kind: 'attention'; count: number }
  | { kind: 'sign-in-again'; reason: EndReason }
  | { kind: 'storage-problem' }
  | { kind: 'new-version' }
  | { kind: 'signed-out'; waiting: number }

export type SyncStatus = {
  header: Header
  lastCompleteAt: number | null
  lastTry: LastTry | null
  nextTryAt: number | null
  waiting: { orders: number; quotes: number; notes: number; oldestAt: number | null }
  attention: number
  /** The number of unsent records of other users of this device, and nothing more. */
  ofOthers: number
  collections: CollectionState[]
  /** The server's time minus the device's. */
  clockDifferenceMs: number
  /** Data is hidden until a user signs in: the account is closed, or the device had no contact for too long. */
  isSealed: boolean
  hiddenAfterDays: number
}

export function headerOf(facts: {
  session: Session
  work: Work
  waiting: number
  attention: number
  lastResult: LastTry['result'] | undefined
  isNewVersionReady: boolean
}): Header {
  const { session, work, waiting, attention, lastResult } = facts
  if (lastResult === 'storage-problem') return { kind: 'storage-problem' }
  if (session.kind === 'ended') return { kind: 'sign-in-again', reason: session.reason }
  // Without a known user, the app can't say that everything is sent.
  if (session.kind !== 'signed-in') return { kind: 'signed-out', waiting }
  if (attention > 0) return { kind: 'attention', count: attention }
  if (work.kind === 'sending') return work
  if (work.kind === 'downloading') return { kind: 'downloading' }
  if (waiting > 0) return { kind: 'waiting', count: waiting, ...(lastResult && { because: lastResult }) }
  return facts.isNewVersionReady ? { kind: 'new-version' } : { kind: 'all-sent' }
}

export const endReasonWords: Record<EndReason, string> = {
  'password-reset': 'your password was changed',
  'signed-out-by-admin': 'an administrator signed you out',
  deactivated: 'your account was deactivated',
  'licence-removed': 'your licence was removed',
  compromised: 'your account was reported as compromised',
  expired: 'your sign-in has expired',
}

/** Being offline isn't an error: items wait for a connection. */
const whyWaiting: Partial<Record<LastTry['result'], string>> = {
  'no-connection': ' (no connection)',
  'server-trouble': ' (the server has a problem)',
  refused: ' (the server refused)',
}

export function headerWords(header: Header): string {
  switch (header.kind) {
    case 'all-sent':
      return 'All sent'
    case 'sending':
      return `Sending ${header.done} of ${header.total}`
    case 'downloading':
      return 'Downloading'
    case 'waiting':
      return `${header.count} waiting${whyWaiting[header.because ?? 'complete'] ?? ''}`
    case 'attention':
      return header.count === 1 ? '1 needs attention' : `${header.count} need attention`
    case 'sign-in-again':
      return `Sign in again (${endReasonWords[header.reason]})`
    case 'storage-problem':
      return 'Storage problem'
    case 'new-version':
      return 'New version ready'
    case 'signed-out':
      return header.waiting === 0 ? 'No one is signed in' : `${header.waiting} waiting (no one is signed in)`
  }
}

export function countUnsent(items: readonly OutboxItem[], accountId: string | undefined) {
  const own = items.filter(item => item.accountId === accountId)
  const waiting = own.filter(({ status }) => status !== 'attention')
  const count = (type: OutboxItem['type']) => waiting.filter(item => item.type === type).length
  const ages = waiting.map(({ createdAt }) => createdAt)
  return {
    waiting: {
      orders: count('order'),
      quotes: count('quote'),
      notes: count('note'),
      oldestAt: ages.length > 0 ? Math.min(...ages) : null,
    },
    attention: own.length - waiting.length,
    ofOthers: items.length - own.length,
  }
}
