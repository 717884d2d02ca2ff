/** The events that a webhook can receive. `contact.access-changed` also tells of new contacts. */
export const webhookEvents = [
  'order.received',
  'order.status-changed',
  'quote.received',
  'note.received',
  'user.created',
  'user.changed',
  'user.deactivated',
  'contact.access-changed',
  'password.reset',
] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** Sent on request, to every webhook. */
export const testEvent = 'test'
