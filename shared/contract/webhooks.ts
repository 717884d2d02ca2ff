import { z } from 'zod'
import { text } from './text.ts'
import { webhookEvents } from './webhook-events.ts'

const moment = z.iso.datetime().describe('ISO 8601, UTC')
const event = z.enum(webhookEvents, 'Choose events of the list.')

export const eventsOfWebhook = z.strictObject({
  events: z.array(event).min(1, 'Choose at least one event.').max(webhookEvents.length),
})

export const newWebhook = eventsOfWebhook.extend({
  url: text('Enter the address of the receiver.').trim().min(1, 'Enter the address of the receiver.').max(500),
})

const webhook = z.object({
  id: z.uuid(),
  url: z.string(),
  events: z.array(z.string()),
  createdAt: moment,
  disabledAt: moment.nullable(),
  disabledBecause: z.enum(['administrator', 'failures']).nullable(),
  failingSince: moment.nullable().describe('The first failed attempt since an event arrived'),
})

const example = {
  id: '0192f0c1-0000-7000-8000-000000000051',
  url: 'https://erp.example.com/fieldkey',
  events: ['order.received' as const],
  createdAt: '2026-05-04T08:12:00.000Z',
  disabledAt: null,
  disabledBecause: null,
  failingSince: null,
}

export const webhookList = z.object({ webhooks: z.array(webhook) }).meta({ examples: [{ webhooks: [example] }] })

const delivery = z.object({
  id: z.uuid(),
  eventId: z.uuid().describe('The header webhook-id'),
  type: z.string(),
  at: moment.describe('Time of the event'),
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number().int(),
  lastAttemptAt: moment.nullable(),
  nextAttemptAt: moment.nullable(),
  status: z.number().int().nullable().describe('HTTP status of the answer'),
  answer: z.string().describe('The beginning of the answer'),
  failure: z.string().describe('Why there is no answer; empty if there is one'),
})

export const webhookDetails = webhook
  .extend({ deliveries: z.array(delivery).describe('The latest 100, newest first') })
  .meta({ examples: [{ ...example, deliveries: [] }] })

export const webhookId = z.object({ id: z.uuid() })
export const deliveryToSend = z.strictObject({ deliveryId: z.uuid() })

/** The only answer that holds the secret. */
export const webhookAdded = z
  .object({ kind: z.string(), text: z.string(), id: z.uuid(), secret: z.string() })
  .meta({ examples: [{ kind: 'added', text: 'The webhook is added.', id: example.id, secret: 'whsec_…' }] })

export type EventsOfWebhook = z.infer<typeof eventsOfWebhook>
export type NewWebhook = z.infer<typeof newWebhook>
export type WebhookList = z.infer<typeof webhookList>
export type Webhook = WebhookList['webhooks'][number]
export type WebhookDetails = z.infer<typeof webhookDetails>
export type Delivery = WebhookDetails['deliveries'][number]
export type WebhookAdded = z.infer<typeof webhookAdded>
