import type { AuditAction } from '../../../shared/contract/audit-lists.ts'
import { testEvent, type WebhookEvent } from '../../../shared/contract/webhook-events.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { insertEvent, queueAgain } from './deliveries.store.ts'
import {
  deleteWebhook,
  disableWebhook,
  enableWebhook,
  lockWebhook,
  setEvents,
  type WebhookRow,
} from './webhooks.store.ts'

type WebhookChanged =
  | { kind: 'done' }
  | { kind: 'no-such-webhook' }
  | { kind: 'webhook-disabled' }
  | { kind: 'no-such-delivery' }

type WebhookChange =
  | { change: 'enable' }
  | { change: 'disable' }
  | { change: 'remove' }
  | { change: 'test' }
  | { change: 'send-again'; deliveryId: string }
  | { change: 'events'; events: readonly WebhookEvent[] }

type Command = { id: string; authority: Authority } & WebhookChange
type Doing = { webhook: WebhookRow; at: Date; command: Command }

const actions = {
  enable: 'webhook-enabled',
  disable: 'webhook-disabled',
  remove: 'webhook-removed',
  test: 'webhook-tested',
  'send-again': 'webhook-sent-again',
  events: 'webhook-changed',
} as const satisfies Record<Command['change'], AuditAction>

/** Changes a webhook, or sends an event to it. Waiting events of a disabled webhook are sent when it is enabled. */
export function createChangeWebhook({ db, clock }: { db: Db; clock: Clock }) {
  return async function changeWebhook(command: Command): Promise<WebhookChanged> {
    const { id, change, authority } = command
    return db.transaction().execute(async tx => {
      const webhook = await lockWebhook(tx, id)
      if (!webhook) return { kind: 'no-such-webhook' as const }
      const at = clock.now()
      const refused = await carryOut(tx, { webhook, at, command })
      if (refused) return refused
      await recordEvent(tx, { at, action: actions[change], ...authority, details: { webhook: id } })
      return { kind: 'done' as const }
    })
  }
}

async function carryOut(tx: Tx, { webhook, at, command }: Doing): Promise<WebhookChanged | undefined> {
  const { id } = webhook
  if (command.change === 'enable') await enableWebhook(tx, id)
  if (command.change === 'disable') await disableWebhook(tx, { id, at, because: 'administrator' })
  if (command.change === 'remove') await deleteWebhook(tx, id)
  if (command.change === 'events') await setEvents(tx, { id, events: [...new Set(command.events)] })
  if (command.change !== 'test' && command.change !== 'send-again') return undefined
  if (webhook.disabled_at !== null) return { kind: 'webhook-disabled' }
  if (command.change === 'test') {
    const data = { message: 'This is a test event from Fieldkey.' }
    await insertEvent(tx, { webhookId: id, type: testEvent, at, data })
    return undefined
  }
  const isQueued = await queueAgain(tx, { id: command.deliveryId, webhookId: id })
  return isQueued ? undefined : { kind: 'no-such-delivery' }
}
