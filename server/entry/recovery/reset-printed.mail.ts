import { momentWords } from '../../platform/html/moment-words.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'

export const resetPrintedKind = 'reset printed'

export function resetPrintedMail({ username, at }: { username: string; at: Date }): Mail {
  return {
    subject: 'A way to a new password was given out',
    heading: 'A way to a new password was given out',
    blocks: [
      {
        kind: 'paragraph',
        text: `On ${momentWords(at)} an operator of the server made a link and a code with which a new password can be set for ${username}, and did not send them by mail.`,
      },
      {
        kind: 'paragraph',
        text: 'You asked for it? Then there is nothing to do. If not, call your administrator now.',
      },
    ],
  }
}
