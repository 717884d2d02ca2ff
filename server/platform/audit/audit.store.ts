import { type QueryCreator, sql } from 'kysely'
import type { AuditAction } from '../../../shared/contract/audit-lists.ts'
import type { Actor, Database, Queryable, Tx } from '../database/tables.ts'

export type AuditEvent = {
  at: Date
  action: AuditAction
  actor: Actor
  actorAccountId?: string | null
  /** The account that the event concerns. */
  accountId?: string | null
  network?: string
  device?: string
  /** Small facts, never a secret and never a name: identity lives in rows that can be erased. */
  details?: Record<string, string | number | boolean>
}

/** Records in the caller's transaction, so that an action and its record commit together. */
export async function recordEvent(db: Queryable, event: AuditEvent): Promise<void> {
  await eventRow(db, event).execute()
}

/** The statement alone, for callers that write several rows in one query. */
export function eventRow(db: QueryCreator<Database>, event: AuditEvent) {
  return db.insertInto('audit_events').values({
    at: event.at,
    action: event.action,
    actor: event.actor,
    actor_account_id: event.actorAccountId ?? null,
    account_id: event.accountId ?? null,
    network: event.network ?? null,
    device: event.device ?? null,
    ...(event.details && { details: event.details }),
  })
}

/** Records what one command did to many accounts, in as few statements as possible. */
export async function recordEvents(tx: Tx, events: readonly AuditEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += 2000) {
    const rows = JSON.stringify(events.slice(from, from + 2000))
    await sql`insert into audit_events (at, action, actor, actor_account_id, account_id, network, device, details)
      select r.at, r.action, r.actor, r."actorAccountId", r."accountId", r.network, r.device, coalesce(r.details, '{}')
      from jsonb_to_recordset(${rows}::jsonb) as r (at timestamptz, action text, actor text, "actorAccountId" uuid,
        "accountId" uuid, network text, device text, details jsonb)`.execute(tx)
  }
}
