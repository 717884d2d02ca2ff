import type { ClosedBecause } from '../../people/accounts/account.ts'
import type { AskedBy } from '../../platform/database/tables.ts'
import { waitWords } from '../../platform/html/moment-words.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'
import { closedWords } from './closed-words.ts'

export const resetMailKind = 'reset'

const whoAsked: Record<AskedBy, string> = {
  self: 'A new password was requested on the sign-in page for',
  administrator: 'Your administrator requested a new password for',
  rep: 'Your sales representative requested a new password for',
  'command-line': 'Your administrator requested a new password for',
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
        text: `${whoAsked[askedBy]} ${username}. Open this link on any device and enter the code.`,
      },
      { kind: 'link', label: 'Choose a new password', address: link },
      { kind: 'code', label: 'Code', digits: code },
      {
        kind: 'paragraph',
        text: `Link and code work once, for ${waitWords(lifeSeconds)} after this email was sent.`,
      },
      {
        kind: 'note',
        text: "Didn't ask for this? Ignore this email. Your password hasn't changed. Never share the code: your office will never ask for it.",
      },
    ],
  }
}

/** For an account that can't sign in with any password: gives the reason, and no code. */
export function cannotSignInMail({ username, why }: { username: string; why: ClosedBecause }): Mail {
  return {
    subject: 'About signing in',
    heading: "This account can't sign in",
    blocks: [
      { kind: 'paragraph', text: `A new password was requested for ${username}. A new password wouldn't help:` },
      { kind: 'paragraph', text: `${closedWords[why]}. Ask your administrator, who can change that.` },
      { kind: 'note', text: "Didn't ask for this? Ignore this email. Nothing has changed." },
    ],
  }
}
