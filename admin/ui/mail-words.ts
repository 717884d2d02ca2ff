import type { MailState } from '../../shared/contract/mail-lists.ts'
import type { Tone } from './State.tsx'

export const mailStateWords: Record<MailState, string> = {
  waiting: 'Waiting',
  sent: 'Sent',
  failed: 'Failed',
  bounced: 'Bounced',
}

export const mailStateTones: Record<MailState, Tone> = {
  waiting: 'warning',
  sent: 'good',
  failed: 'danger',
  bounced: 'danger',
}

const mails: Record<string, string> = {
  invitation: 'Invitation',
  reset: 'Password reset',
  'password changed': 'Notice: the password was changed',
  'reset printed': 'Notice: a reset was printed',
  test: 'Test email',
  'order received': 'Confirmation of an order',
  quote: 'Quote with PDF',
  attention: 'Daily email: orders that need attention',
  'address changed': 'Notice: username or address was changed',
  'address given': 'Notice to the new address',
  'address taken': 'Notice: emails no longer go to this address',
  'address objection': 'Alert: someone disputed a new address',
  'second address taken': 'Notice: “Email to” was changed',
  'new sign-in': 'Notice: new sign-in after failed attempts',
  'sign-in alert': 'Alert: someone disputed a sign-in',
  'second step alert': 'Alert: someone disputed a second step',
  'second step: factor-added': 'Notice: a second step was added',
  'second step: factor-removed': 'Notice: a second step was removed',
  'second step: factors-removed': 'Notice: an administrator removed the second step',
  'second step: recovery-codes-made': 'Notice: new recovery codes',
  'second step: recovery-code-used': 'Notice: a recovery code was used',
  'second step: company-linked': 'Notice: a company sign-in was linked',
  'second step: company-unlinked': 'Notice: a company sign-in was unlinked',
  'objection alert': 'Alert: someone objected to a change',
}

export const mailWords = (kind: string) => mails[kind] ?? kind
