import { type Selectable, sql } from 'kysely'
import type { MailMessagesTable, MailState, Queryable, Tx } from '../database/tables.ts'
import type { MailMessage } from './mail-kinds.ts'

/** Seconds to wait after the first, second, … failed attempt. The last value repeats. */
const backOffSeconds = [2, 5, 15, 30, 60]

type MessageRow = Selectable<MailMessagesTable>
export type NewMessage = Pick<MailMessage, 'kind' | 'accountId' | 'subjectId' | 'recipient' | 'createdAt' | 'deliverBy'>

export async function insertMessage(tx: Tx, message: NewMessage): Promise<string> {
  const row = await tx
    .insertInto('mail_messages')
    .values({
      kind: message.kind,
      account_id: message.accountId,
      subject_id: message.subjectId,
      recipient: message.recipient,
      state: 'waiting',
      created_at: message.createdAt,
      deliver_by: message.deliverBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The lock of a message, which its worker holds from before the delivery until the outcome is recorded. */
const lockOf = (id: string) => sql`hashtextextended(${`mail ${id}`}, 0)`

/**
 * Locks a waiting message until the transaction ends. Returns nothing if another worker holds the message or the message
 * has ended. The database releases the lock as soon as its holder dies, so there is no lease to wait for. A row lock would
 * give the transaction an id, and every device's pull leaves out what came after the oldest running id: a slow mail server
 * would hold up all devices.
 */
export async function takeMessage(tx: Tx, id: string): Promise<MailMessage | undefined> {
  const { rows } = await sql<{ isOurs: boolean }>`select pg_try_advisory_xact_lock(${lockOf(id)}) as "isOurs"`.execute(
    tx,
  )
  if (rows[0]?.isOurs !== true) return undefined
  // A statement of its own: it sees what the previous holder recorded.
  const row = await tx
    .selectFrom('mail_messages')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row && toMessage(row)
}

/** Waiting messages that are due and that no worker holds, oldest first. They are locked until the transaction ends. */
export async function listDueMessageIds(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const delay = sql`make_interval(secs => (${sql.val(backOffSeconds)}::int[])[least(attempts, ${backOffSeconds.length})])`
  const due = tx
    .selectFrom('mail_messages')
    .select('id')
    .where('state', '=', 'waiting')
    .where('deliver_by', '>', now)
    .where(eb =>
      eb.or([eb('last_attempt_at', 'is', null), sql<boolean>`last_attempt_at + ${delay} <= ${now}::timestamptz`]),
    )
    .orderBy('created_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
  // Materialised: only the rows within the limit are locked.
  const { rows } = await sql<{ id: string }>`with due as materialized (${due})
    select id from due where pg_try_advisory_xact_lock(hashtextextended('mail ' || id, 0))`.execute(tx)
  return rows.map(row => row.id)
}

export async function listOverdueMessageIds(db: Queryable, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('mail_messages')
    .select('id')
    .where('state', '=', 'waiting')
    .where('deliver_by', '<=', now)
    .orderBy('created_at')
    .limit(limit)
    .execute()
  return rows.map(row => row.id)
}

export type Attempt = { id: string; at: Date; answer: string }

export async function recordSent(
  tx: Tx,
  { id, at, answer, messageId }: Attempt & { messageId: string },
): Promise<void> {
  await tx
    .updateTable('mail_messages')
    .set(eb => ({
      state: 'sent',
      attempts: eb('attempts', '+', 1),
      last_answer: answer,
      last_attempt_at: at,
      message_id: messageId,
      sent_at: at,
    }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

export async function recordFailedAttempt(tx: Tx, { id, at, answer }: Attempt): Promise<void> {
  await tx
    .updateTable('mail_messages')
    .set(eb => ({ attempts: eb('attempts', '+', 1), last_answer: answer, last_attempt_at: at }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** Ends a message undelivered. Without a reason, the server's last answer stays on record. */
export async function recordFailed(tx: Tx, id: string, why?: string): Promise<void> {
  await tx
    .updateTable('mail_messages')
    .set({ state: 'failed', ...(why !== undefined && { last_answer: why }) })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** Ends a message as bounced. Returns false if the status has changed since: a message bounces once. */
export async function markBounced(
  tx: Tx,
  { id, at, answer, was }: Attempt & { was: 'waiting' | 'sent' },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mail_messages')
    .set({ state: 'bounced', bounced_at: at, last_answer: answer })
    .where('id', '=', id)
    .where('state', '=', was)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Puts an undelivered message back among the waiting ones. Returns false if the message was not undelivered. */
export async function waitAgain(tx: Tx, { id, at, deliverBy }: { id: string; at: Date; deliverBy: Date }) {
  const { numUpdatedRows } = await tx
    .updateTable('mail_messages')
    .set({
      state: 'waiting',
      bounced_at: null,
      sent_at: null,
      retried_at: at,
      deliver_by: deliverBy,
      last_attempt_at: null,
    })
    .where('id', '=', id)
    .where('state', 'in', ['failed', 'bounced'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/**
 * Finds a message by our own id or by the token in its header. Waits for a delivery in progress, because a report may
 * arrive before the server's acceptance is recorded.
 */
export async function lockMessage(
  tx: Tx,
  by: { id: string } | { name: string },
): Promise<(MailMessage & { state: MailState; sentAt: Date | null }) | undefined> {
  // The header is recorded with the acceptance: a message found by it has no delivery in progress.
  if ('id' in by) await sql`select pg_advisory_xact_lock(${lockOf(by.id)})`.execute(tx)
  const rows = tx.selectFrom('mail_messages').selectAll().forUpdate()
  const found = 'id' in by ? rows.where('id', '=', by.id) : rows.where('message_id', '=', by.name)
  return found.executeTakeFirst().then(row => row && { ...toMessage(row), state: row.state, sentAt: row.sent_at })
}

function toMessage(row: MessageRow): MailMessage {
  return {
    id: row.id,
    kind: row.kind,
    accountId: row.account_id,
    subjectId: row.subject_id,
    recipient: row.recipient,
    createdAt: row.created_at,
    deliverBy: row.deliver_by,
    attempts: row.attempts,
  }
}

/** Deletes messages that have ended. Waiting messages are never deleted. */
export async function deleteMessagesBefore(db: Queryable, before: Date): Promise<void> {
  await db.deleteFrom('mail_messages').where('created_at', '<', before).where('state', '!=', 'waiting').execute()
}
