import type { MailKind } from '../../platform/mail/mail-kinds.ts'
import { testMail } from './test.mail.ts'

const nothing = async () => {}

export const testMailWork: MailKind = {
  compose: async ({ createdAt }) => ({
    kind: 'mail',
    mail: testMail({ at: createdAt }),
    accepted: nothing,
    refused: nothing,
  }),
  expired: nothing,
}
