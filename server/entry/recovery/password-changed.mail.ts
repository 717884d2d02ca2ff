import { momentWords } from '../../platform/html/moment-words.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'

const objectionDays = limits.resets.objectionSeconds / 86_400

export const passwordChangedKind = 'password changed'
export const objectionAlertKind = 'objection alert'

export function passwordChangedMail({ username, at, link }: { username: string; at: Date; link: string }): Mail {
  return {
    subject: 'Your password was changed',
    heading: 'Your password was changed',
    blocks: [
      { kind: 'paragraph', text: `The password of ${username} was changed on ${momentWords(at)}.` },
      { kind: 'paragraph', text: 'That was you? Then there is nothing to do.' },
      {
        kind: 'paragraph',
        text: `That was not you? This link, good for ${objectionDays} days, lets you sign everybody out and lock the account until a new password is set.`,
      },
      { kind: 'link', label: 'It was not me', address: link },
    ],
  }
}

/** To the administrators: somebody says that a change was not theirs. */
export function objectionAlertMail({ username, at }: { username: string; at: Date }): Mail {
  return {
    subject: 'A password change was objected to',
    heading: 'Somebody may have had access to an account',
    blocks: [
      {
        kind: 'paragraph',
        text: `On ${momentWords(at)} somebody who got the notice of a changed password for ${username} said that it was not them.`,
      },
      {
        kind: 'paragraph',
        text: 'All sessions of the account have ended. It opens again only with a new password, chosen by a reset mail.',
      },
      { kind: 'note', text: 'Ask the person what happened, and whether somebody else can read their mail.' },
    ],
  }
}
