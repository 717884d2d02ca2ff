import { sql } from 'kysely'
import { foldedPatterns } from '../../platform/database/pages.ts'
import type { Queryable } from '../../platform/database/tables.ts'

/** The app shows a rep the open retailers of the rep's territories. */
const isShownTo = (repId: string) => sql<boolean>`(r.is_active and r.territory_id in (
  select t.territory_id from user_territories t where t.account_id = ${repId}::uuid))`

type Week = { repId: string; from: string; timeZone: string }

/** A week of one rep has at most a few dozen visits. */
const mostVisits = 500

/** The visits of seven days, earliest first. Days begin at midnight in the organisation's zone. */
export function visitsOfWeek(db: Queryable, { repId, from, timeZone }: Week) {
  const local = sql`(v.at at time zone ${timeZone})`
  return db
    .selectFrom('visits as v')
    .innerJoin('retailers as r', 'r.id', 'v.retailer_id')
    .select(['v.id', 'v.retailer_id', 'r.name as retailer_name', 'r.town', 'v.note'])
    .select([
      sql<string>`to_char(${local}, 'YYYY-MM-DD')`.as('day'),
      sql<string>`to_char(${local}, 'HH24:MI')`.as('time'),
    ])
    .select(isShownTo(repId).as('is_shown'))
    .where('v.account_id', '=', repId)
    .where(sql<boolean>`v.at >= ${from}::date::timestamp at time zone ${timeZone}`)
    .where(sql<boolean>`v.at < (${from}::date + 7)::timestamp at time zone ${timeZone}`)
    .orderBy('v.at')
    .orderBy('r.name')
    .limit(mostVisits)
}

export function findShownRetailer(db: Queryable, { repId, retailerId }: { repId: string; retailerId: string }) {
  return db
    .selectFrom('retailers as r')
    .select('r.name')
    .where('r.id', '=', retailerId)
    .where(isShownTo(repId))
    .executeTakeFirst()
}

export function shownRetailers(db: Queryable, { repId, search }: { repId: string; search: string }) {
  let found = db.selectFrom('retailers as r').select(['r.id', 'r.name', 'r.town']).where(isShownTo(repId))
  for (const pattern of foldedPatterns(search)) found = found.where('r.search_text', 'like', pattern)
  return found.orderBy('r.name').orderBy('r.id').limit(20)
}

type LocalMoment = { day: string; time: string; timeZone: string }

/** The moment of a day and time in a zone, as ISO 8601 in UTC. PostgreSQL knows summer time. */
export async function getMoment(db: Queryable, { day, time, timeZone }: LocalMoment): Promise<string> {
  const { rows } = await sql<{ at: Date }>`
    select (${day}::date + ${time}::time) at time zone ${timeZone} as at`.execute(db)
  if (!rows[0]) throw new Error('The database has no moment for a day')
  return rows[0].at.toISOString()
}

/** The day and time of a moment in a zone. */
export async function getLocalMoment(db: Queryable, { at, timeZone }: { at: string; timeZone: string }) {
  const { rows } = await sql<{ day: string; time: string }>`
    select to_char(${at}::timestamptz at time zone ${timeZone}, 'YYYY-MM-DD') as day,
      to_char(${at}::timestamptz at time zone ${timeZone}, 'HH24:MI') as time`.execute(db)
  if (!rows[0]) throw new Error('The database has no day for a moment')
  return rows[0]
}
