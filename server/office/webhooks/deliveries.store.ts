import { sql } from 'kysely'
import type { Db, Queryable, Tx } from '../../platform/database/tables.ts'
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
}

type Claim = { at: Date; leaseSeconds: number; most: number; mostOfOne: number }

/**
 * Takes deliveries that are due, for one attempt each. If the process dies, another attempt begins after the lease: an
 * event may arrive twice, and never not at all. A webhook that fails gets one at a time, so that it holds up no other.
 */
export async function claimDeliveries(
  db: Db,
  { at, leaseSeconds, most, mostOfOne }: Claim,
): Promise<ClaimedDelivery[]> {
  const until = new Date(at.getTime() + leaseSeconds * 1000)
  const { rows } = await sql<ClaimedDelivery>`
    with due as (
      select d.id from webhooks w cross join lateral (
        select id from webhook_deliveries d
        where d.webhook_id = w.id and d.state = 'waiting' and (d.next_attempt_at is null or d.next_attempt_at <= ${at})
        order by d.id limit case when w.failing_since is null then ${mostOfOne} else 1 end
        for update of d skip locked) d
      where w.disabled_at is null
      limit ${most}
    )
    update webhook_deliveries d set attempts = attempts + 1, last_attempt_at = ${at}, next_attempt_at = ${until},
      first_attempt_at = coalesce(first_attempt_at, ${at})
    from due, webhooks w, webhook_events e
    where d.id = due.id and w.id = d.webhook_id and e.id = d.event_id
    returning d.id, w.id as "webhookId", w.url, w.secret_key_id as "keyId", w.secret_sealed as sealed, e.id as "eventId",
      e.type, e.at, e.data, d.attempts, d.first_attempt_at as "firstAt"`.execute(db)
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
