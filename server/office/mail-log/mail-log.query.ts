import { type SelectQueryBuilder, sql } from 'kysely'
import type { MailQuery } from '../../../shared/contract/mail.ts'
import { readPage } from '../../platform/database/pages.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { failingAccounts } from '../../platform/mail/failing-accounts.query.ts'

const messages = (db: Queryable) =>
  db
    .selectFrom('mail_messages as m')
    .leftJoin('accounts as a', 'a.id', 'm.account_id')
    .leftJoin('contacts as c', 'c.account_id', 'm.account_id')
    .select([
      'm.id',
      'm.recipient',
      'm.kind',
      'm.state',
      'm.attempts',
      'm.last_answer',
      'm.created_at',
      'm.sent_at',
      'm.bounced_at',
      'a.id as account_id',
      'a.username',
      'a.kind as account_kind',
      'c.retailer_id',
    ])

type RowOf<Q> = Q extends SelectQueryBuilder<infer _DB, infer _T, infer O> ? O : never
export type MessageRow = RowOf<ReturnType<typeof messages>>

export function readMessages(db: Queryable, query: MailQuery): Promise<{ rows: MessageRow[]; hasMore: boolean }> {
  const found = messages(db).orderBy('m.created_at', 'desc').orderBy('m.id', 'desc')
  return readPage(query.state === undefined ? found : found.where('m.state', '=', query.state), query)
}

export function findMessageRow(db: Queryable, id: string): Promise<MessageRow | undefined> {
  return messages(db).where('m.id', '=', id).executeTakeFirst()
}

/** Failing addresses that belong to an account, latest first. A shared address has a row per account. */
export function listFailingRows(db: Queryable, limit: number) {
  const latest = db
    .selectFrom('failing_addresses as f')
    .select(['f.address'])
    .where(eb =>
      eb.exists(
        eb
          .selectFrom(failingAccounts(db).as('whose'))
          .select(sql`1`.as('one'))
          .whereRef('whose.address', '=', 'f.address'),
      ),
    )
    .orderBy('f.since', 'desc')
    .orderBy('f.address')
    .limit(limit)
  return db
    .selectFrom(failingAccounts(db).as('failing'))
    .innerJoin('accounts as a', 'a.id', 'failing.account_id')
    .leftJoin('contacts as c', 'c.account_id', 'a.id')
    .select([
      'failing.address',
      'failing.since',
      'failing.why',
      'a.id as account_id',
      'a.username',
      'a.kind as account_kind',
      'c.retailer_id',
    ])
    .where('failing.address', 'in', latest)
    .orderBy('failing.since', 'desc')
    .orderBy('failing.address')
    .orderBy('a.username_key')
    .execute()
}

/**
 * When the oldest email was requested that has not been sent. A request that no worker has looked at counts too: with no
 * worker running, nothing else would show that email isn't going out.
 */
export async function findOldestUnsent(db: Queryable): Promise<Date | undefined> {
  const { rows } = await sql<{ since: Date | null }>`select least(
      (select min(coalesce(retried_at, created_at)) from mail_messages where state = 'waiting'),
      (select min(asked_at) from reset_asks where account_id is not null)) as since`.execute(db)
  return rows[0]?.since ?? undefined
}
