import { waitWords } from '../../platform/html/moment-words.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'

export const invitationMailKind = 'invitation'

export function invitationMail(facts: { username: string; link: string; code: string; lifeSeconds: number }): Mail {
  const { username, link, code, lifeSeconds } = facts
  return {
    subject: 'Choose your password',
    heading: 'You are invited',
    blocks: [
      {
        kind: 'paragraph',
        text: `You have an account here. Your username is ${username}. Open this link on any device, enter the code and choose a password.`,
      },
      { kind: 'link', label: 'Choose your password', address: link },
      { kind: 'code', label: 'Code', digits: code },
      {
        kind: 'paragraph',
        text: `Link and code work once, for ${waitWords(lifeSeconds)} after this email was sent. After that, the link offers to send new ones.`,
      },
      {
        kind: 'note',
        text: "Didn't expect this? Ignore this email. Never share the code: your office will never ask for it.",
      },
    ],
  }
}
