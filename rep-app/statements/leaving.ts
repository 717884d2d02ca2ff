import { always, choose, type Statement } from './statement.ts'
import { attentionWords } from './status-words.ts'

/** The rep's own items on the device, at the buttons of the account. */
export type OwnItems = { waiting: number; attention: number }

const stay = (count: number) => (count === 1 ? 'It stays' : 'They stay')
const sent = (count: number) => (count === 1 ? 'is sent' : 'are sent')

export const signOutStatements: readonly Statement<OwnItems, string | undefined>[] = [
  {
    words: '2 unsent. They stay on this device and are sent when you sign in again.',
    because: 'A sign-out deletes the tokens and no item. The next round of this user sends what waits.',
    when: ({ waiting, attention }) => waiting > 0 && attention === 0,
    say: ({ waiting }) =>
      `${waiting} unsent. ${stay(waiting)} on this device and ${sent(waiting)} when you sign in again.`,
  },
  {
    words: '2 unsent, and 1 needs attention. All stay on this device. The unsent ones are sent when you sign in again.',
    because: 'As above. No round sends an item that needs attention.',
    when: ({ waiting, attention }) => waiting > 0 && attention > 0,
    say: ({ waiting, attention }) =>
      `${waiting} unsent, and ${attentionWords(attention)}. All stay on this device. The unsent ones are sent when you sign in again.`,
  },
  {
    words: '1 needs attention. It stays on this device until you sign in and decide.',
    because: 'A sign-out deletes the tokens and no item. Only its author can retry, fix or discard it.',
    when: ({ attention }) => attention > 0,
    say: ({ attention }) =>
      `${attentionWords(attention)}. ${stay(attention)} on this device until you sign in and decide.`,
  },
  {
    words: '(nothing)',
    because: 'The device holds no item of the rep but drafts.',
    when: always,
    say: () => undefined,
  },
]

export const signOutWords = (facts: OwnItems): string | undefined => choose(signOutStatements, facts)

export const safeStatements: readonly Statement<OwnItems, string | undefined>[] = [
  {
    words: 'Your unsent orders on this device are safe.',
    because:
      'The device holds items of the rep. Neither the end of a session nor a new password deletes them, and their key does not depend on the password.',
    when: ({ waiting, attention }) => waiting + attention > 0,
    say: () => 'Your unsent orders on this device are safe.',
  },
  {
    words: '(nothing)',
    because: 'The device holds no item of the rep but drafts.',
    when: always,
    say: () => undefined,
  },
]

export const safeWords = (facts: OwnItems): string | undefined => choose(safeStatements, facts)
