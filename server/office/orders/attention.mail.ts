import type { Mail } from '../../platform/mail/mail-kinds.ts'
import type { Attention, Pending } from './attention.query.ts'

export const attentionMailKind = 'attention'

/** Lists what needs an administrator. Facts that are zero are left out. */
export function attentionMail({ onHold, unconfirmed, rejected, webhooks }: Attention, publicUrl: string): Mail {
  const lines = [
    ...pendingWords(onHold, 'on hold'),
    ...pendingWords(unconfirmed, 'received and not confirmed for 24 hours'),
    ...(rejected > 0
      ? [`${rejected} ${rejected === 1 ? 'item' : 'items'} of reps rejected or waiting for a decision.`]
      : []),
    ...(webhooks.length > 0 ? [`Webhooks that fail: ${webhooks.join(', ')}.`] : []),
  ]
  return {
    subject: 'Orders that need attention',
    heading: 'Orders that need attention',
    blocks: [
      ...lines.map(text => ({ kind: 'paragraph' as const, text })),
      { kind: 'link', label: 'Open the orders', address: `${publicUrl}/admin/orders` },
      ...(webhooks.length > 0
        ? [{ kind: 'link' as const, label: 'Open the webhooks', address: `${publicUrl}/admin/webhooks` }]
        : []),
      {
        kind: 'note',
        text: 'You get this email once a day while something needs attention, because you receive system messages.',
      },
    ],
  }
}

function pendingWords({ count, numbers }: Pending, words: string): string[] {
  if (count === 0) return []
  const more = count > numbers.length ? ` and ${count - numbers.length} more` : ''
  return [`${count} ${count === 1 ? 'order' : 'orders'} ${words}: ${numbers.join(', ')}${more}.`]
}
