import { always, choose, type Statement } from './statement.ts'
import { attentionWords } from './status-words.ts'

/** What the device knows about the rep's own items. */
export type UnsentFacts = {
  waiting: number
  attention: number
  drafts: number
  /** The last round ended with an answer of the server, after a complete first download. */
  isConfirmed: boolean
}

export const unsentStatements: readonly Statement<UnsentFacts, string>[] = [
  {
    words: '2 waiting on this device',
    because: 'The device holds this number of unsent items of the rep.',
    when: ({ waiting }) => waiting > 0,
    say: ({ waiting }) => `${waiting} waiting on this device`,
  },
  {
    words: 'Nothing is waiting, but 1 needs attention.',
    because: 'The device holds no unsent item of the rep, and the server refused at least one.',
    when: ({ attention }) => attention > 0,
    say: ({ attention }) => `Nothing is waiting, but ${attentionWords(attention)}.`,
  },
  {
    words: 'Nothing is waiting. Drafts are not sent until you save them.',
    because: 'The device holds no unsent item of the rep, and at least one draft.',
    when: ({ drafts }) => drafts > 0,
    say: () => "Nothing is waiting. Drafts aren't sent until you save them.",
  },
  {
    words: 'Nothing is waiting on this device.',
    because: 'The device holds no unsent item of the rep. The server has not confirmed it in this session.',
    when: ({ isConfirmed }) => !isConfirmed,
    say: () => 'Nothing is waiting on this device.',
  },
  {
    words: 'Nothing is waiting. The server has everything you saved.',
    because: 'The rep has no unsent item, no refused item and no draft, and the last round ended with an answer.',
    when: always,
    say: () => 'Nothing is waiting. The server has everything you saved.',
  },
]

export const unsentWords = (facts: UnsentFacts): string => choose(unsentStatements, facts)

/** Unsent items on the device that don't belong to the rep who is signed in. */
export type OthersFacts = {
  ofOthers: number
  /** Those of the user who signed out last, while no one is signed in. */
  ofLastUser: number
  lastUsername: string | null
}

const are = (count: number) => (count === 1 ? 'It is' : 'They are')

export const othersStatements: readonly Statement<OthersFacts, string | undefined>[] = [
  {
    words: '1 unsent of another user. It is sent when that user signs in.',
    because: 'The device holds this number of unsent items of accounts other than the current or last one.',
    when: ({ ofOthers, ofLastUser }) => ofOthers > 0 && ofLastUser === 0,
    say: ({ ofOthers }) => `${ofOthers} unsent of another user. ${are(ofOthers)} sent when that user signs in.`,
  },
  {
    words: '1 unsent of riley@example.com. It stays here and is sent after the next sign-in.',
    because: 'No one is signed in, and the device holds this number of unsent items of the last user.',
    when: ({ ofOthers, ofLastUser }) => ofLastUser > 0 && ofOthers === 0,
    say: facts => lastUserWords(facts),
  },
  {
    words: '1 unsent of riley@example.com. It stays here … 2 unsent of another user.',
    because: 'Both are true.',
    when: ({ ofOthers, ofLastUser }) => ofLastUser > 0 && ofOthers > 0,
    say: facts => `${lastUserWords(facts)} ${facts.ofOthers} unsent of another user.`,
  },
  { words: '(nothing)', because: 'Neither is true.', when: always, say: () => undefined },
]

const lastUserWords = ({ ofLastUser, lastUsername }: OthersFacts) =>
  `${ofLastUser} unsent of ${lastUsername ?? 'the last user'}. ${ofLastUser === 1 ? 'It stays here and is' : 'They stay here and are'} sent after the next sign-in.`

export const othersWords = (facts: OthersFacts): string | undefined => choose(othersStatements, facts)
