import { daySeconds } from '../../../shared/time.ts'
import { momentWords } from '../../platform/html/moment-words.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'

const objectionDays = limits.resets.objectionSeconds / daySeconds

export const passwordChangedKind = 'password changed'
export const objectionAlertKind = 'objection alert'

export function passwordChangedMail({ username, at, link }: { username: string; at: Date; link: string }): Mail {
  return {
    subject: 'Your password was changed',
    heading: 'Your password was changed',
    blocks: [
      { kind: 'paragraph', text: `The password of ${username} was changed on ${momentWords(at)}.` },
      { kind: 'paragraph', text: 'If that was you, there is nothing to do.' },
      {
        kind: 'paragraph',
        text: `If that wasn't you, this link signs everyone out and locks the account until a new password is set. It works for ${objectionDays} days.`,
      },
      { kind: 'link', label: "It wasn't me", address: link },
    ],
  }
}

/** Tells the administrators that someone disputes a change. */
export function objectionAlertMail({ username, at }: { username: string; at: Date }): Mail {
  return {
    subject: 'Someone disputed a password change',
    heading: 'Someone may have had access to an account',
    blocks: [
      {
        kind: 'paragraph',
        text: `On ${momentWords(at)} the person who got the notice of a changed password for ${username} said that it wasn't them.`,
      },
      {
        kind: 'paragraph',
        text: 'All sessions of the account have ended. Only a new password, chosen through a reset email, unlocks it.',
      },
      { kind: 'note', text: 'Ask the person what happened, and whether someone else can read their email.' },
    ],
  }
}
