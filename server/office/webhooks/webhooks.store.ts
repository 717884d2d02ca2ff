import type { Insertable, Selectable } from 'kysely'
import type { Queryable, Tx } from '../../platform/database/tables.ts'
import type { WebhooksTable } from '../../platform/database/webhook-tables.ts'

export type WebhookRow = Selectable<WebhooksTable>

export async function insertWebhook(
  tx: Tx,
  webhook: Omit<Insertable<WebhooksTable>, 'disabled_at' | 'disabled_because' | 'failing_since' | 'busy_until'>,
): Promise<void> {
  await tx.insertInto('webhooks').values(webhook).execute()
}

export async function listWebhookRows(db: Queryable): Promise<WebhookRow[]> {
  return db.selectFrom('webhooks').selectAll().orderBy('url').orderBy('id').execute()
}

export async function findWebhook(db: Queryable, id: string): Promise<WebhookRow | undefined> {
  return db.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Locked until the transaction ends. */
export async function lockWebhook(tx: Tx, id: string): Promise<WebhookRow | undefined> {
  return tx.selectFrom('webhooks').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function disableWebhook(
  tx: Tx,
  { id, at, because }: { id: string; at: Date; because: 'administrator' | 'failures' },
): Promise<void> {
  await tx.updateTable('webhooks').set({ disabled_at: at, disabled_because: because }).where('id', '=', id).execute()
}

/** Failures before this no longer count. */
export async function enableWebhook(tx: Tx, id: string): Promise<void> {
  const enabled = { disabled_at: null, disabled_because: null, failing_since: null }
  await tx.updateTable('webhooks').set(enabled).where('id', '=', id).execute()
}

/** The first failed attempt, or null after an event arrived. */
export async function setFailingSince(tx: Tx, { id, since }: { id: string; since: Date | null }): Promise<void> {
  await tx.updateTable('webhooks').set({ failing_since: since }).where('id', '=', id).execute()
}

/** Another event may be sent. A lease that another worker has taken meanwhile stays. */
export async function freeWebhook(tx: Tx, { id, busyUntil }: { id: string; busyUntil: Date }): Promise<void> {
  await tx
    .updateTable('webhooks')
    .set({ busy_until: null })
    .where('id', '=', id)
    .where('busy_until', '=', busyUntil)
    .execute()
}

export async function setEvents(tx: Tx, { id, events }: { id: string; events: string[] }): Promise<void> {
  await tx.updateTable('webhooks').set({ events }).where('id', '=', id).execute()
}

export async function deleteWebhook(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('webhooks').where('id', '=', id).execute()
}
