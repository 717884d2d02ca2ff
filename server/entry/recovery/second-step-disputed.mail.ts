import { momentWords } from '../../platform/html/moment-words.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'

export const secondStepAlertKind = 'second step alert'
export const signInAlertKind = 'sign-in alert'

type Facts = { username: string; at: Date }

/** Tells the administrators that someone disputes a change of the second step. */
export function secondStepAlertMail({ username, at }: Facts): Mail {
  return {
    subject: 'Someone disputed a change of the second step',
    heading: 'Someone may have access to an account',
    blocks: [
      {
        kind: 'paragraph',
        text: `On ${momentWords(at)} the person who got the notice about the second step of ${username} said that it wasn't them.`,
      },
      {
        kind: 'paragraph',
        text: 'All sessions of the account have ended. Call the person. Then remove the second step of the account under Users, so that they can set it up again after a new password.',
      },
      { kind: 'note', text: 'The emailed link alone never removes a second step: someone else may read the emails.' },
    ],
  }
}

/** Tells the administrators that someone disputes a sign-in. */
export function signInAlertMail({ username, at }: Facts): Mail {
  return {
    subject: 'Someone disputed a sign-in',
    heading: 'Someone may have access to an account',
    blocks: [
      {
        kind: 'paragraph',
        text: `On ${momentWords(at)} the person who got the notice of a new sign-in as ${username} said that it wasn't them.`,
      },
      {
        kind: 'paragraph',
        text: 'All sessions of the account have ended. Only a new password, chosen through a reset email, unlocks it.',
      },
      { kind: 'note', text: 'Ask the person what happened, and whether someone else can read their email.' },
    ],
  }
}
