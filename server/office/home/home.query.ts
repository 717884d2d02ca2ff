import { sql } from 'kysely'
import type { Queryable } from '../../platform/database/tables.ts'
import type { Day } from './days.query.ts'

const daysTable = (days: readonly Day[]) =>
  sql`unnest(${days.map(({ from }) => from)}::timestamptz[], ${days.map(({ until }) => until)}::timestamptz[])
    with ordinality as d("from", until, place)`

/** Sign-ins of each day. One index count per day is faster than grouping all rows. */
export const signInsPerDay = (days: readonly Day[]) => sql<{ count: string }>`
  select c.count from ${daysTable(days)} cross join lateral (
    select count(*) from audit_events e where e.action = 'signed-in' and e.at >= d."from" and e.at < d.until) c
  order by d.place`

export async function countSignIns(db: Queryable, days: readonly Day[]): Promise<number[]> {
  const { rows } = await signInsPerDay(days).execute(db)
  return rows.map(({ count }) => Number(count))
}

export type ResetsOfDay = { asked: string; mailed: string; completed: string; notDelivered: string }

/** The outcomes of the resets requested on each day, without invitations. */
export async function countResets(db: Queryable, days: readonly Day[]) {
  const { rows } = await sql<ResetsOfDay>`
    select count(r.id) as asked, count(r.sent_at) as mailed,
      count(*) filter (where r.state = 'used') as completed,
      count(*) filter (where r.state = 'not-delivered') as "notDelivered"
    from ${daysTable(days)} left join reset_requests r
      on r.purpose = 'reset' and r.asked_at >= d."from" and r.asked_at < d.until
    group by d.place order by d.place`.execute(db)
  return rows.map(row => ({
    asked: Number(row.asked),
    mailed: Number(row.mailed),
    completed: Number(row.completed),
    notDelivered: Number(row.notDelivered),
  }))
}

/** The median time from OK to the saved password, for people who pressed OK themselves. */
export async function findMedianSeconds(db: Queryable, { from, until }: Omit<Day, 'date'>): Promise<number | null> {
  const { rows } = await sql<{ seconds: number | null }>`
    select percentile_cont(0.5) within group (order by extract(epoch from ended_at - asked_at)) as seconds
    from reset_requests
    where purpose = 'reset' and state = 'used' and asked_by = 'self' and asked_at >= ${from} and asked_at < ${until}`.execute(
    db,
  )
  return rows[0]?.seconds ?? null
}

/** Counts like the list of users. */
export async function countLocked(db: Queryable): Promise<number> {
  const { count } = await db
    .selectFrom('users as u')
    .innerJoin('accounts as a', 'a.id', 'u.account_id')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('a.is_active', '=', true)
    .where('a.locked_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function countFailedMail(db: Queryable, { from, until }: Omit<Day, 'date'>): Promise<number> {
  const { count } = await db
    .selectFrom('mail_messages')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('state', '=', 'failed')
    .where('created_at', '>=', from)
    .where('created_at', '<', until)
    .executeTakeFirstOrThrow()
  return Number(count)
}
