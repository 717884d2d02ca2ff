import { momentWords } from '../../platform/html/moment-words.ts'
import type { Mail } from '../../platform/mail/mail-kinds.ts'

export const webhookDisabledKind = 'webhook disabled'

/** Tells administrators that another system no longer gets events. */
export function webhookDisabledMail({ host, at }: { host: string; at: Date }): Mail {
  return {
    subject: 'A webhook was disabled',
    heading: `${host} no longer gets events`,
    blocks: [
      {
        kind: 'paragraph',
        text: `The receiver at ${host} has accepted no event for three days. Fieldkey disabled the webhook on ${momentWords(at)}.`,
      },
      {
        kind: 'paragraph',
        text: 'Tell the people who run the receiver. When it works again, enable the webhook under Webhooks in the admin site.',
      },
      {
        kind: 'note',
        text: 'Orders that arrive meanwhile are in the order feed. No event is queued for a disabled webhook.',
      },
    ],
  }
}
