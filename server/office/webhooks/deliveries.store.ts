import { sql } from 'kysely'
import type { Queryable, Tx } from '../../platform/database/tables.ts'
import type { OutsideAnswer } from '../../platform/outgoing/request-outside.ts'

export type ClaimedDelivery = {
  id: string
  webhookId: string
  url: string
  keyId: string
  sealed: Buffer
  eventId: string
  type: string
  at: Date
  data: Record<string, unknown>
  /** This attempt among them. */
  attempts: number
  firstAt: Date
  /** Until then, no other worker sends to this webhook. */
  busyUntil: Date
}

/** Takes the oldest due delivery of each of these webhooks, for one attempt. */
export async function claimDeliveries(
  tx: Tx,
  { webhookIds, at, until }: { webhookIds: readonly string[]; at: Date; until: Date },
): Promise<ClaimedDelivery[]> {
  const { rows } = await sql<ClaimedDelivery>`
    with due as (
      select next.id from unnest(${webhookIds}::uuid[]) as w (id) cross join lateral (
        select d.id from webhook_deliveries d
        where d.webhook_id = w.id and d.state = 'waiting' and (d.next_attempt_at is null or d.next_attempt_at <= ${at})
        order by d.id limit 1) next
    )
    update webhook_deliveries d set attempts = attempts + 1, last_attempt_at = ${at}, next_attempt_at = ${until},
      first_attempt_at = coalesce(first_attempt_at, ${at})
    from due, webhooks w, webhook_events e
    where d.id = due.id and w.id = d.webhook_id and e.id = d.event_id
    returning d.id, w.id as "webhookId", w.url, w.secret_key_id as "keyId", w.secret_sealed as sealed, e.id as "eventId",
      e.type, e.at, e.data, d.attempts, d.first_attempt_at as "firstAt", ${until}::timestamptz as "busyUntil"`.execute(
    tx,
  )
  return rows
}

type Attempt = OutsideAnswer & {
  id: string
  attempts: number
  state: 'waiting' | 'delivered' | 'failed'
  nextAt: Date | null
}

/** False if another worker has begun a later attempt. */
export async function saveAttempt(tx: Tx, { id, attempts, nextAt, ...result }: Attempt): Promise<boolean> {
  const row = await tx
    .updateTable('webhook_deliveries')
    .set({ ...result, next_attempt_at: nextAt })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Sends it as soon as possible, with three days of attempts of its own. False if it waits already. */
export async function queueAgain(tx: Tx, { id, webhookId }: { id: string; webhookId: string }): Promise<boolean> {
  const row = await tx
    .updateTable('webhook_deliveries')
    .set({ state: 'waiting', first_attempt_at: null, next_attempt_at: null })
    .where('id', '=', id)
    .where('webhook_id', '=', webhookId)
    .where('state', '!=', 'waiting')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** For one webhook, whatever events it receives. */
export async function insertEvent(
  tx: Tx,
  { webhookId, type, at, data }: { webhookId: string; type: string; at: Date; data: Record<string, unknown> },
): Promise<void> {
  const event = await tx
    .insertInto('webhook_events')
    .values({ type, at, data })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('webhook_deliveries').values({ webhook_id: webhookId, event_id: event.id }).execute()
}

/** The latest deliveries of a webhook, newest first. */
export async function listDeliveries(db: Queryable, { webhookId, most }: { webhookId: string; most: number }) {
  return db
    .selectFrom('webhook_deliveries as d')
    .innerJoin('webhook_events as e', 'e.id', 'd.event_id')
    .select(['d.id', 'e.id as eventId', 'e.type', 'e.at', 'd.state', 'd.attempts'])
    .select(['d.last_attempt_at as lastAttemptAt', 'd.next_attempt_at as nextAttemptAt'])
    .select(['d.status', 'd.answer', 'd.failure'])
    .where('d.webhook_id', '=', webhookId)
    .orderBy('d.id', 'desc')
    .limit(most)
    .execute()
}

/** The deliveries go with their events. */
export async function deleteEventsBefore(db: Queryable, before: Date): Promise<void> {
  await db.deleteFrom('webhook_events').where('at', '<', before).execute()
}
