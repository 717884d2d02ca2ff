import { sql } from 'kysely'
import type { Queryable } from '../../platform/database/tables.ts'

/** How many, and the numbers of the oldest ones. */
export type Pending = { count: number; numbers: string[] }
export type Attention = {
  onHold: Pending
  unconfirmed: Pending
  rejected: number
  /** Hosts whose receivers have accepted no event for an hour, or were disabled for that. */
  webhooks: string[]
}

const mostNamed = 10

type Moment = { today: string; dayAgo: Date; hourAgo: Date }

/** What an administrator should look at. An order for a later day needs nothing before that day. */
export async function readAttention(db: Queryable, { today, dayAgo, hourAgo }: Moment): Promise<Attention> {
  const isDue = sql`o.requested_day is null or o.requested_day <= ${today}::date`
  const pending = async (condition: ReturnType<typeof sql>): Promise<Pending> => {
    const { rows } = await sql<Pending>`select count(*)::int as count,
        coalesce((array_agg(o.number order by o.received_at))[1:${sql.lit(mostNamed)}], '{}') as numbers
      from orders o where ${condition} and (${isDue})`.execute(db)
    return rows[0] ?? { count: 0, numbers: [] }
  }
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from pushed_items
    where outcome = 'released' or (outcome = 'rejected' and discarded_at is null)`.execute(db)
  const failing = await sql<{ url: string }>`select url from webhooks
    where disabled_because = 'failures' or (disabled_at is null and failing_since <= ${hourAgo}) order by url`.execute(
    db,
  )
  return {
    webhooks: [...new Set(failing.rows.map(({ url }) => new URL(url).host))],
    onHold: await pending(sql`o.status = 'on-hold'`),
    unconfirmed: await pending(sql`o.status = 'received' and o.received_at <= ${dayAgo}`),
    rejected: rows[0]?.count ?? 0,
  }
}

export const needsNothing = ({ onHold, unconfirmed, rejected, webhooks }: Attention): boolean =>
  onHold.count + unconfirmed.count + rejected + webhooks.length === 0
