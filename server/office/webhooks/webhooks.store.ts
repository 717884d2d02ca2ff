import { type Insertable, type Selectable, sql } from 'kysely'
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

type Lease = { at: Date; until: Date; most: number; webhookId: string | undefined }

/** Takes webhooks with a due event to which nothing is on its way. Those that fail come last. */
export async function leaseWebhooks(tx: Tx, { at, until, most, webhookId }: Lease): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with free as (
      select w.id from webhooks w
      where w.disabled_at is null and (w.busy_until is null or w.busy_until <= ${at})
        and (${webhookId ?? null}::uuid is null or w.id = ${webhookId ?? null}::uuid)
        and exists (select 1 from webhook_deliveries d where d.webhook_id = w.id and d.state = 'waiting'
          and (d.next_attempt_at is null or d.next_attempt_at <= ${at}))
      order by w.failing_since nulls first, w.id limit ${most} for update of w skip locked
    )
    update webhooks w set busy_until = ${until} from free where w.id = free.id returning w.id`.execute(tx)
  return rows.map(({ id }) => id)
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
