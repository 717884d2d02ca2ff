import { sql } from 'kysely'
import type { Queryable } from '../../platform/database/tables.ts'

const slowFromSeconds = 120

/**
 * True if an email has been waiting for two minutes, and none requested later has been sent. Emails that a stranger can request by
 * typing a username don't count, or the answer would tell whether that username exists.
 */
export async function isMailSlow(db: Queryable, now: Date): Promise<boolean> {
  const before = new Date(now.getTime() - slowFromSeconds * 1000)
  const { rows } = await sql<{ is_slow: boolean }>`
    with proven as (
      select m.state, m.created_at from mail_messages m
      where m.created_at > ${before}::timestamptz - interval '1 day' and not exists (
        select from reset_requests r where r.id = m.subject_id
          and r.asked_by = 'self' and r.device_hash is null and not r.by_newest_link))
    select exists (
      select from proven w where w.state = 'waiting' and w.created_at <= ${before}
        and not exists (select from proven s where s.state = 'sent' and s.created_at > w.created_at)) as is_slow`.execute(
    db,
  )
  return rows[0]?.is_slow === true
}
