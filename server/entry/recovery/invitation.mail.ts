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
        text: `There is an account for you here. Your username is ${username}. Open this link, on any device, enter the code there, and choose a password.`,
      },
      { kind: 'link', label: 'Choose your password', address: link },
      { kind: 'code', label: 'Code', digits: code },
      {
        kind: 'paragraph',
        text: `Link and code work once, for ${waitWords(lifeSeconds)} from when this mail was sent. Later the link offers to send new ones.`,
      },
      {
        kind: 'note',
        text: 'You did not expect this? Leave this mail, and nothing happens. Never tell the code to anybody, nobody from the office will ask for it.',
      },
    ],
  }
}
