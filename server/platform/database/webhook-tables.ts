import type { Generated } from 'kysely'

/** Tables of the events that other systems receive. */
export type WebhooksTable = {
  id: string
  url: string
  events: string[]
  secret_key_id: string
  secret_sealed: Buffer
  created_by: string | null
  created_at: Date
  disabled_at: Date | null
  disabled_because: 'administrator' | 'failures' | null
  failing_since: Date | null
  busy_until: Date | null
}

export type WebhookEventsTable = {
  id: Generated<string>
  type: string
  at: Generated<Date>
  data: Record<string, unknown>
}

export type WebhookDeliveriesTable = {
  id: Generated<string>
  webhook_id: string
  event_id: string
  state: Generated<'waiting' | 'delivered' | 'failed'>
  attempts: Generated<number>
  first_attempt_at: Date | null
  last_attempt_at: Date | null
  next_attempt_at: Date | null
  status: number | null
  answer: Generated<string>
  failure: Generated<string>
}
