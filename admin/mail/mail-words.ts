import type { MailState } from '../../shared/contract/mail-lists.ts'

export const mailStateWords: Record<MailState, string> = {
  waiting: 'Waiting',
  sent: 'Handed over',
  failed: 'Failed',
  bounced: 'Bounced',
}
