import { always, choose, type Statement } from './statement.ts'

/** What the rep decided about a refused item, and what came of it. */
export type DiscardFacts = { result: 'discarded' | 'no-connection' | 'signed-out' | 'not-kept' }

export const discardStatements: readonly Statement<DiscardFacts, string>[] = [
  {
    words: 'Discarded here. The server keeps a copy.',
    because: 'The server answered that it keeps the item, and only then the row was deleted.',
    when: ({ result }) => result === 'discarded',
    say: () => 'Discarded here. The server keeps a copy.',
  },
  {
    words: "Sign in first. The item wasn't discarded.",
    because: 'No one is signed in, so the server was not asked. The row is on the disk.',
    when: ({ result }) => result === 'signed-out',
    say: () => "Sign in first. The item wasn't discarded.",
  },
  {
    words: "This needs a connection, so the server can keep a copy. The item wasn't discarded.",
    because: 'The server did not answer. The row is on the disk.',
    when: ({ result }) => result === 'no-connection',
    say: () => "This needs a connection, so the server can keep a copy. The item wasn't discarded.",
  },
  {
    words: 'The server has no copy, so the item stays here. Export it below and send it to your administrator.',
    because: 'The server answered that it has no copy. The row is on the disk.',
    when: always,
    say: () => 'The server has no copy, so the item stays here. Export it below and send it to your administrator.',
  },
]

export const discardWords = (result: DiscardFacts['result']): string => choose(discardStatements, { result })

/** `isWaiting`: the row waited to be sent again when the tap was answered. */
export type RetryFacts = { isWaiting: boolean; isSignedIn: boolean }

export const retryStatements: readonly Statement<RetryFacts, string>[] = [
  {
    words: 'It no longer needs attention. Nothing was changed.',
    because: 'The row was sent, discarded or changed meanwhile, for example in another tab.',
    when: ({ isWaiting }) => !isWaiting,
    say: () => 'It no longer needs attention. Nothing was changed.',
  },
  {
    words: 'It will be sent again.',
    because: 'The row waits again, and a round begins.',
    when: ({ isSignedIn }) => isSignedIn,
    say: () => 'It will be sent again.',
  },
  {
    words: 'It will be sent again after you sign in.',
    because: 'The row waits again, and the session has ended.',
    when: always,
    say: () => 'It will be sent again after you sign in.',
  },
]

export const retryWords = (facts: RetryFacts): string => choose(retryStatements, facts)
