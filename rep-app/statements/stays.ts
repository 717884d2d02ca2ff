import { always, choose, type Statement } from './statement.ts'
import { typeWords } from './type-words.ts'

/** Why the device hides what it downloaded, and how many unsent items the rep has on it. */
export type HiddenFacts = { kind: 'signed-out' | 'closed' | 'no-contact'; reason: string; days: number; unsent: number }

const stays = (count: number) => (count === 1 ? '1 unsent item stays' : `${count} unsent items stay`)

export const hiddenStatements: readonly Statement<HiddenFacts, string>[] = [
  {
    words: 'Sign in to see your customers, products and orders.',
    because: 'No one is signed in.',
    when: ({ kind }) => kind === 'signed-out',
    say: () => 'Sign in to see your customers, products and orders.',
  },
  {
    words:
      'This device no longer shows your customers: your account is deactivated. 2 unsent items stay on this device. An administrator can release them.',
    because:
      'The server ended the session for this reason, and the downloaded data was erased. Items of the rep are on the disk. A released item is sent once.',
    when: ({ kind, unsent }) => kind === 'closed' && unsent > 0,
    say: ({ reason, unsent }) =>
      `This device no longer shows your customers: ${reason}. ${stays(unsent)} on this device. An administrator can release them.`,
  },
  {
    words: 'This device no longer shows your customers: your account is deactivated.',
    because: 'As above, and no item of the rep is on the disk but drafts.',
    when: ({ kind }) => kind === 'closed',
    say: ({ reason }) => `This device no longer shows your customers: ${reason}.`,
  },
  {
    words:
      "This device hasn't reached the server for 30 days. Sign in to see your customers again. 2 unsent items stay on this device.",
    because:
      "The last answer of the server is older than the organisation's setting. Items of the rep are on the disk.",
    when: ({ unsent }) => unsent > 0,
    say: ({ days, unsent }) =>
      `This device hasn't reached the server for ${days} days. Sign in to see your customers again. ${stays(unsent)} on this device.`,
  },
  {
    words: "This device hasn't reached the server for 30 days. Sign in to see your customers again.",
    because: 'As above, and no item of the rep is on the disk but drafts.',
    when: always,
    say: ({ days }) => `This device hasn't reached the server for ${days} days. Sign in to see your customers again.`,
  },
]

export const hiddenWords = (facts: HiddenFacts): string => choose(hiddenStatements, facts)

export type AttentionFacts = { isHidden: boolean }

export const attentionStatements: readonly Statement<AttentionFacts, string>[] = [
  {
    words: 'Each item stays on this device. Sign in again to see them.',
    because: 'Items that need attention are on the disk, and the session was closed or had no contact for long.',
    when: ({ isHidden }) => isHidden,
    say: () => 'Each item stays on this device. Sign in again to see them.',
  },
  {
    words: 'Each item stays on this device until you decide.',
    because: 'Items that need attention are on the disk. Only Discard deletes one, after the server has kept a copy.',
    when: always,
    say: () => 'Each item stays on this device until you decide.',
  },
]

export const attentionNote = (isHidden: boolean): string => choose(attentionStatements, { isHidden })

export type DeletedFacts = { kind: 'cancelled' | 'deleted'; type: keyof typeof typeWords }

export const deletedStatements: readonly Statement<DeletedFacts, string>[] = [
  {
    words: 'Your order is cancelled. It was never sent.',
    because: 'The row was deleted, and no request ever carried it: it had no attempts in the same transaction.',
    when: ({ kind }) => kind === 'cancelled',
    say: ({ type }) => `Your ${typeWords[type]} is cancelled. It was never sent.`,
  },
  {
    words: 'The draft of your order is deleted.',
    because: 'The row was a draft, and was deleted. Undo writes it again.',
    when: always,
    say: ({ type }) => `The draft of your ${typeWords[type]} is deleted.`,
  },
]

export const deletedWords = (facts: DeletedFacts): string => choose(deletedStatements, facts)

type Notice = { words: string; because: string }

/** Said as they are, each where its reason holds. */
export const stayingNotices = {
  endsSoon: {
    words: 'Sign in again before then. Orders and drafts stay on this device.',
    because: 'The session ends within three days of the time of the server. The end of a session deletes no item.',
  },
  resetOffline: {
    words: 'A reset needs a connection. Orders and drafts stay on this device, and you can keep taking orders.',
    because: 'The server did not answer. Taking an order needs neither a connection nor a password.',
  },
  newVersion: {
    words: 'A new version is ready. Starting it reloads the app. Orders and drafts stay on this device.',
    because: 'The new version is downloaded and waits. Each change of a form was written to the disk as it was made.',
  },
} as const satisfies Record<string, Notice>
