import type { EndReason } from '../../shared/contract/end-reasons.ts'
import type { Header, SyncResult } from './status-line.ts'

export const endReasonWords: Record<EndReason, string> = {
  'password-reset': 'your password was changed',
  'signed-out-by-admin': 'an administrator signed you out',
  deactivated: 'your account was deactivated',
  'licence-removed': 'your licence was removed',
  compromised: 'your account was reported as compromised',
  expired: 'your sign-in has expired',
}

/** Being offline isn't an error: items wait for a connection. */
const whyWaiting: Partial<Record<SyncResult, string>> = {
  'no-connection': ' (no connection)',
  'server-trouble': ' (the server has a problem)',
  refused: ' (the server refused)',
}
const why = (because: SyncResult | undefined) => whyWaiting[because ?? 'complete'] ?? ''

export const attentionWords = (count: number): string => (count === 1 ? '1 needs attention' : `${count} need attention`)

export function headerWords(header: Header): string {
  switch (header.kind) {
    case 'all-sent':
      return header.ofOthers > 0 ? 'All yours are sent' : 'All sent'
    case 'sending':
      return `Sending ${header.done} of ${header.total}`
    case 'downloading':
      return 'Downloading'
    case 'waiting':
      return `${header.count} waiting${why(header.because)}`
    case 'attention':
      return attentionWords(header.count)
    case 'sign-in-again':
      return `Sign in again (${endReasonWords[header.reason]})`
    case 'storage-problem':
      return header.isFull ? 'Storage is full' : 'Storage problem'
    case 'not-downloaded':
      return `The first download isn't finished${why(header.because)}`
    case 'nothing-waiting':
      return `Nothing waiting${why(header.because)}`
    case 'new-version':
      return 'New version ready'
    case 'starting':
      return 'Starting'
    case 'signed-out':
      return header.waiting === 0 ? 'No one is signed in' : `${header.waiting} waiting (no one is signed in)`
  }
}
