import type { Webhook, WebhookDetails, WebhookList } from '../../../shared/contract/webhooks.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listDeliveries } from './deliveries.store.ts'
import { findWebhook, listWebhookRows, type WebhookRow } from './webhooks.store.ts'

const mostDeliveries = 100

/** Reads the webhooks, without their secrets. */
export function createListWebhooks({ db }: { db: Db }) {
  return async function listWebhooks(): Promise<WebhookList> {
    return { webhooks: (await listWebhookRows(db)).map(toWebhook) }
  }
}

/** Reads one webhook with the log of its latest deliveries. */
export function createReadWebhook({ db }: { db: Db }) {
  return async function readWebhook(id: string): Promise<WebhookDetails | undefined> {
    const row = await findWebhook(db, id)
    if (!row) return undefined
    const deliveries = await listDeliveries(db, { webhookId: id, most: mostDeliveries })
    return {
      ...toWebhook(row),
      deliveries: deliveries.map(delivery => ({
        ...delivery,
        at: delivery.at.toISOString(),
        lastAttemptAt: isoOf(delivery.lastAttemptAt),
        nextAttemptAt: isoOf(delivery.nextAttemptAt),
      })),
    }
  }
}

const isoOf = (at: Date | null) => at?.toISOString() ?? null

const toWebhook = (row: WebhookRow): Webhook => ({
  id: row.id,
  url: row.url,
  events: row.events,
  createdAt: row.created_at.toISOString(),
  disabledAt: isoOf(row.disabled_at),
  disabledBecause: row.disabled_because,
  failingSince: isoOf(row.failing_since),
})
