import { sql } from 'kysely'
import type { Queryable } from '../../platform/database/tables.ts'

export type Day = { date: string; from: Date; until: Date }

/**
 * The last days as a time zone counts them, the oldest first, today complete. A day has 23, 24 or 25 hours. Where the
 * clocks go back over midnight, it comes twice: PostgreSQL takes the second, and the day begins at the first.
 */
export async function listLastDays(
  db: Queryable,
  { zone, now, count }: { zone: string; now: Date; count: number },
): Promise<Day[]> {
  const { rows } = await sql<Day>`
    with dates as (
      select (${now}::timestamptz at time zone ${zone})::date - ${count}::int + 1 + place as date
      from generate_series(0, ${count}::int) as place),
    midnights as (select date, date::timestamp at time zone ${zone} as at from dates),
    starts as (
      select date, case when ((at - interval '1 hour') at time zone ${zone})::date = date
        then at - interval '1 hour' else at end as "from"
      from midnights)
    select date::text, "from", lead("from") over (order by date) as until
    from starts order by starts.date limit ${count}`.execute(db)
  return rows
}
