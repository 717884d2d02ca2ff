import type { OutboxStatus } from '../device/outbox-db.ts'
import type { RecordType } from '../device/rows.ts'
import { isFullDisk } from '../device/storage-fault.ts'
import { always, choose, type Statement } from './statement.ts'
import { typeWords } from './type-words.ts'

/** An item that the rep just saved, as it is now on the disk. */
export type SavedFacts = {
  /** Undefined if the device no longer has the item. */
  status: OutboxStatus | undefined
  number: string | null
  reason: string | null
  isSignedIn: boolean
}

const saved = 'Saved on this device.'

export const savedStatements: readonly Statement<SavedFacts, string | undefined>[] = [
  {
    words: 'Saved on this device. The server accepted it as SO-1001.',
    because: 'The row is marked as sent, which only an answer of the server does.',
    when: ({ status }) => status === 'sent',
    say: ({ number }) => `${saved} ${number === null ? 'It was sent.' : `The server accepted it as ${number}.`}`,
  },
  {
    words: 'Saved on this device. It needs attention: a price has changed.',
    because: 'The server refused the item and gave this reason.',
    when: ({ status }) => status === 'attention',
    say: ({ reason }) => `${saved} It needs attention: ${reason ?? 'the server gave no reason.'}`,
  },
  {
    words: 'Saved on this device. It is being sent.',
    because: 'The row is on the disk, and a round has taken it.',
    when: ({ status }) => status === 'sending',
    say: () => `${saved} It's being sent.`,
  },
  {
    words: 'Saved on this device. It waits for the next sync.',
    because: 'The row is on the disk and waits to be sent.',
    when: ({ status, isSignedIn }) => status === 'pending' && isSignedIn,
    say: () => `${saved} It waits for the next sync.`,
  },
  {
    words: 'Saved on this device. It is sent after you sign in.',
    because: 'The row is on the disk, and the session has ended.',
    when: ({ status }) => status === 'pending',
    say: () => `${saved} It's sent after you sign in.`,
  },
  { words: '(nothing)', because: 'The row is a draft, or gone.', when: always, say: () => undefined },
]

export const savedWords = (facts: SavedFacts): string | undefined => choose(savedStatements, facts)

/** A refused item whose form is open. */
export type RefusedFacts = { type: RecordType; reason: string | null }

export const refusedStatements: readonly Statement<RefusedFacts, string>[] = [
  {
    words: "The server didn't accept this order: a price has changed. Change it, then save to send it again.",
    because: 'The row is marked as needing attention, with the reason of the server.',
    when: always,
    say: ({ type, reason }) =>
      `The server didn't accept this ${typeWords[type]}: ${reason ?? 'it gave no reason.'} Change it, then save to send it again.`,
  },
]

export const refusedWords = (facts: RefusedFacts): string => choose(refusedStatements, facts)

/** Why a form could not be saved. */
export type FailedFacts = { type: RecordType; isSignedOut: boolean; isFull: boolean }

export const failedStatements: readonly Statement<FailedFacts, string>[] = [
  {
    words: "No one is signed in, so the order wasn't saved. It is still on this screen. Sign in, then save again.",
    because: 'The form was opened without a user.',
    when: ({ isSignedOut }) => isSignedOut,
    say: ({ type }) =>
      `No one is signed in, so the ${typeWords[type]} wasn't saved. It is still on this screen. Sign in, then save again.`,
  },
  {
    words: "This device's storage is full. Your order is still here. Free some space, then save again.",
    because: 'The browser refused the write with QuotaExceededError.',
    when: ({ isFull }) => isFull,
    say: ({ type }) =>
      `This device's storage is full. Your ${typeWords[type]} is still here. Free some space, then save again.`,
  },
  {
    words: "Couldn't save on this device. Your order is still on this screen. Save again.",
    because: 'The write failed for another reason.',
    when: always,
    say: ({ type }) => `Couldn't save on this device. Your ${typeWords[type]} is still on this screen. Save again.`,
  },
]

export function failedWords(type: FailedFacts['type'], failure: { kind: string; cause?: unknown }): string {
  return choose(failedStatements, {
    type,
    isSignedOut: failure.kind === 'signed-out',
    isFull: isFullDisk(failure.cause),
  })
}
