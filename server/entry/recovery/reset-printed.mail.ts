import { momentWords } from '../../platform/html/moment-words.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'

export const resetPrintedKind = 'reset printed'

export function resetPrintedMail({ username, at }: { username: string; at: Date }): Mail {
  return {
    subject: 'A password reset link was created at the server',
    heading: 'A password reset link was created at the server',
    blocks: [
      {
        kind: 'paragraph',
        text: `On ${momentWords(at)} a server operator created a link and a code that can set a new password for ${username}, and didn't send them by email.`,
      },
      {
        kind: 'paragraph',
        text: 'If you asked for it, there is nothing to do. If not, call your administrator now.',
      },
    ],
  }
}
