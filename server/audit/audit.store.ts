import type { QueryCreator } from 'kysely'
import type { Actor, Database, Queryable } from '../database/tables.ts'

/** What is written down for good. A new action gets its name here, so that the list can be read in one place. */
export type AuditAction =
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out'
  | 'session-ended'
  | 'all-sessions-ended'
  | 'invitation-asked'
  | 'invitation-sent'
  | 'reset-asked'
  | 'reset-refused'
  | 'reset-mail-sent'
  | 'reset-not-delivered'
  | 'reset-printed'
  | 'reset-code-wrong'
  | 'password-reset'
  | 'password-changed'
  | 'change-objected'
  | 'user-added'
  | 'user-changed'
  | 'marked-compromised'
  | 'user-deactivated'
  | 'user-reactivated'
  | 'user-locked'
  | 'account-unlocked'
  | 'retailer-added'
  | 'retailer-changed'
  | 'contact-added'
  | 'contact-changed'
  | 'access-withdrawn'
  | 'access-restored'
  | 'territory-added'
  | 'territory-renamed'
  | 'territory-removed'
  | 'subscription-changed'
  | 'role-added'
  | 'role-changed'
  | 'role-removed'
  | 'client-added'
  | 'client-removed'
  | 'app-signed-in'

export type AuditEvent = {
  at: Date
  action: AuditAction
  actor: Actor
  actorAccountId?: string | null
  /** Whom it concerns. */
  accountId?: string | null
  network?: string
  device?: string
  /** Small facts, never a secret and never a name: identity lives in rows that can be erased. */
  details?: Record<string, string | number | boolean>
}

/** Records in the caller's transaction: what happened and that it happened are one. */
export async function recordEvent(db: Queryable, event: AuditEvent): Promise<void> {
  await eventRow(db, event).execute()
}

/** The statement alone, for where several rows are written at once. */
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
