import type { WebhookEvent } from '../../shared/contract/webhook-events.ts'
import type { Delivery, Webhook } from '../../shared/contract/webhooks.ts'
import { momentWords } from '../ui/moments.ts'

export const eventWords: Record<WebhookEvent, string> = {
  'order.received': 'An order or a return arrives',
  'order.status-changed': 'The status of an order changes',
  'quote.received': 'A quote arrives',
  'note.received': 'A note arrives',
  'user.created': 'A user is added',
  'user.changed': 'A user is changed',
  'user.deactivated': 'A user is deactivated',
  'contact.access-changed': 'A contact is added, or website access changes',
  'password.reset': 'A password is reset',
}

/** The receiver in lists: the complete address is on the webhook's own page. */
export const hostWords = ({ url }: Pick<Webhook, 'url'>): string => new URL(url).host

export function stateWords({ disabledAt, disabledBecause, failingSince }: Webhook): string {
  if (disabledAt !== null) {
    const why = disabledBecause === 'failures' ? 'after three days of failures' : 'by an administrator'
    return `Disabled ${why}`
  }
  return failingSince === null ? 'Enabled' : `Failing since ${momentWords(failingSince)}`
}

export function deliveryWords({ state, attempts, nextAttemptAt }: Delivery): string {
  if (state === 'delivered') return 'Delivered'
  if (state === 'failed') return 'Failed'
  if (attempts === 0 || nextAttemptAt === null) return 'Waiting'
  return `Next attempt ${momentWords(nextAttemptAt)}`
}

/** The status of the answer, or why there is none. */
export const answerWords = ({ status, failure }: Delivery): string => [status ?? '', failure].join(' ').trim()
