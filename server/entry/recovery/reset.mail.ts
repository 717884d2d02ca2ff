import type { ClosedBecause } from '../../people/accounts/account.ts'
import type { AskedBy } from '../../platform/database/tables.ts'
import { waitWords } from '../../platform/html/moment-words.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'
import { closedWords } from './closed-words.ts'

export const resetMailKind = 'reset'

const whoAsked: Record<AskedBy, string> = {
  self: 'Somebody asked at the sign-in page for a new password for',
  administrator: 'Your administrator asked for a new password for',
  rep: 'Your sales representative asked for a new password for',
  'command-line': 'Your administrator asked for a new password for',
}

export function resetMail(facts: {
  username: string
  askedBy: AskedBy
  link: string
  code: string
  lifeSeconds: number
}): Mail {
  const { username, askedBy, link, code, lifeSeconds } = facts
  return {
    subject: 'Reset your password',
    heading: 'Choose a new password',
    blocks: [
      {
        kind: 'paragraph',
        text: `${whoAsked[askedBy]} ${username}. Open this link, on any device, and enter the code there.`,
      },
      { kind: 'link', label: 'Choose a new password', address: link },
      { kind: 'code', label: 'Code', digits: code },
      {
        kind: 'paragraph',
        text: `Link and code work once, for ${waitWords(lifeSeconds)} from when this mail was sent.`,
      },
      {
        kind: 'note',
        text: 'You did not ask for this? Leave this mail: your password stays as it is. Never tell the code to anybody, nobody from your office will ask for it.',
      },
    ],
  }
}

/** For an account that could not sign in with any password: why, and no code. */
export function cannotSignInMail({ username, why }: { username: string; why: ClosedBecause }): Mail {
  return {
    subject: 'About signing in',
    heading: 'This account cannot sign in',
    blocks: [
      { kind: 'paragraph', text: `A new password was asked for ${username}. A new password would not help:` },
      { kind: 'paragraph', text: `${closedWords[why]}. Ask your administrator, who can change that.` },
      { kind: 'note', text: 'You did not ask for this? Leave this mail: nothing has changed.' },
    ],
  }
}
