import { sql } from 'kysely'
import type { InvitationPeopleQuery, InvitationRoundsQuery } from '../../../shared/contract/invitation-rounds.ts'
import type { Queryable } from '../../platform/database/tables.ts'

const orderer = sql<string>`trim(b.given_name || ' ' || b.family_name)`

export function findRound(db: Queryable, id: string) {
  return db
    .selectFrom('invitation_rounds as i')
    .innerJoin('accounts as b', 'b.id', 'i.ordered_by')
    .select(['i.id', 'i.state', 'i.not_within_days', 'i.created_at', 'i.started_at', orderer.as('by')])
    .where('i.id', '=', id)
    .executeTakeFirst()
}

export async function countPeople(db: Queryable, roundId: string) {
  const rows = await db
    .selectFrom('invitation_people as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .select(({ fn }) => ['p.outcome', 'p.reason', fn.countAll<string>().as('count')])
    .select(sql<string>`count(*) filter (where a.password_hash is not null)`.as('accepted'))
    .where('p.round_id', '=', roundId)
    .groupBy(['p.outcome', 'p.reason'])
    .execute()
  return rows.map(row => ({ ...row, count: Number(row.count), accepted: Number(row.accepted) }))
}

/** The people of a round by name, and one more. `mail` is what became of this round's email. */
export function peopleOfRound(db: Queryable, { roundId, ...query }: InvitationPeopleQuery & { roundId: string }) {
  let rows = db
    .selectFrom('invitation_people as p')
    .innerJoin('invitation_rounds as i', 'i.id', 'p.round_id')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .innerJoin('contacts as c', 'c.account_id', 'p.account_id')
    .innerJoin('retailers as r', 'r.id', 'c.retailer_id')
    .select(['a.id', 'a.given_name', 'a.family_name', 'a.username', 'c.email', 'c.retailer_id'])
    .select(['r.name as retailer_name', 'p.outcome', 'p.reason'])
    .select(sql<boolean>`a.password_hash is not null`.as('has_accepted'))
    .select(eb =>
      eb
        .selectFrom('mail_messages as m')
        .select('m.state')
        .whereRef('m.account_id', '=', 'p.account_id')
        .where('m.kind', '=', 'invitation')
        .where('p.outcome', '=', 'asked')
        .whereRef('m.created_at', '>=', 'i.started_at')
        .orderBy('m.created_at')
        .limit(1)
        .as('mail'),
    )
    .where('p.round_id', '=', roundId)
    .orderBy('p.name_key')
    .orderBy('p.account_id')
    .limit(query.size + 1)
  if (query.outcome) rows = rows.where('p.outcome', '=', query.outcome)
  if (query.reason) rows = rows.where('p.reason', '=', query.reason)
  const { after } = query
  if (after !== undefined) {
    rows = rows.where(
      sql<boolean>`(p.name_key, p.account_id) > (select l.name_key, l.account_id from invitation_people l
        where l.round_id = ${roundId}::uuid and l.account_id = ${after}::uuid)`,
    )
  }
  return rows
}

/** The newest rounds, and one more. */
export function newestRounds(db: Queryable, { before, size }: InvitationRoundsQuery) {
  const count = (where = sql``) =>
    sql<string>`(select count(*) from invitation_people p where p.round_id = i.id ${where})`
  const rows = db
    .selectFrom('invitation_rounds as i')
    .innerJoin('accounts as b', 'b.id', 'i.ordered_by')
    .select(['i.id', 'i.state', 'i.created_at', orderer.as('by')])
    .select([count().as('people'), count(sql`and p.outcome = 'asked'`).as('asked')])
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(size + 1)
  return before === undefined
    ? rows
    : rows.where(
        sql<boolean>`(i.created_at, i.id) < (select l.created_at, l.id from invitation_rounds l where l.id = ${before}::uuid)`,
      )
}
