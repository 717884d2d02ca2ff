import { momentWords } from '../../platform/html/moment-words.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'

export const testMailKind = 'test'

export function testMail({ at }: { at: Date }): Mail {
  return {
    subject: 'Test email',
    heading: 'Email arrives here',
    blocks: [
      { kind: 'paragraph', text: `An administrator requested this test email on ${momentWords(at)}.` },
      {
        kind: 'note',
        text: "You don't need to do anything. If this email is in your spam folder, reset emails end up there too.",
      },
    ],
  }
}
