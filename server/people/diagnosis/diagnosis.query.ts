import type { Queryable } from '../../platform/database/tables.ts'

export const longestTimeline = 100

/** What happened around an account, newest first. The actor is given by username while the account exists. */
export function listEventsOf(db: Queryable, accountId: string) {
  return events(db)
    .where('e.account_id', '=', accountId)
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(longestTimeline)
    .execute()
}

/** The latest of these events around an account. */
export function findLatestEvent(db: Queryable, { accountId, actions }: { accountId: string; actions: string[] }) {
  return events(db)
    .where('e.account_id', '=', accountId)
    .where('e.action', 'in', actions)
    .orderBy('e.at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

const events = (db: Queryable) =>
  db
    .selectFrom('audit_events as e')
    .leftJoin('accounts as by', 'by.id', 'e.actor_account_id')
    .select([
      'e.at',
      'e.action',
      'e.actor',
      'e.actor_account_id',
      'by.username as by',
      'e.network',
      'e.device',
      'e.details',
    ])

export function listMailsOf(db: Queryable, accountId: string) {
  return db
    .selectFrom('mail_messages')
    .select(['kind', 'state', 'attempts', 'last_answer', 'created_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at', 'desc')
    .limit(longestTimeline)
    .execute()
}

/** Password email requests, newest first, each with its current link and code and its email. */
export function listMailRoadsOf(db: Queryable, { accountId, most }: { accountId: string; most: number }) {
  return db
    .selectFrom('reset_requests as r')
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('reset_pairs')
          .select(['tries', 'expires_at', 'used_at', 'voided_at', 'void_reason'])
          .whereRef('request_id', '=', 'r.id')
          .where('handed_over_at', 'is not', null)
          .orderBy('made_at', 'desc')
          .limit(1)
          .as('p'),
      join => join.onTrue(),
    )
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('mail_messages')
          .select(['attempts', 'last_answer'])
          .whereRef('account_id', '=', 'r.account_id')
          .whereRef('subject_id', '=', 'r.id')
          .orderBy('created_at', 'desc')
          .limit(1)
          .as('m'),
      join => join.onTrue(),
    )
    .select([
      'r.purpose',
      'r.state',
      'r.asked_at',
      'r.deliver_by',
      'r.ended_at',
      'p.tries',
      'p.expires_at',
      'p.used_at',
      'p.voided_at',
      'p.void_reason',
      'm.attempts',
      'm.last_answer',
    ])
    .where('r.account_id', '=', accountId)
    .orderBy('r.asked_at', 'desc')
    .limit(most)
    .execute()
}

export type MailRoadRow = Awaited<ReturnType<typeof listMailRoadsOf>>[number]

/** The networks that wrong passwords came from since a given time, most frequent first. */
export async function listGuessersOf(db: Queryable, { accountId, since }: { accountId: string; since: Date }) {
  const rows = await db
    .selectFrom('audit_events')
    .select(({ fn }) => ['network', fn.countAll<string>().as('tries')])
    .where('account_id', '=', accountId)
    .where('at', '>=', since)
    .where('action', '=', 'sign-in-refused')
    .groupBy('network')
    .orderBy('tries', 'desc')
    .limit(3)
    .execute()
  return rows.flatMap(({ network }) => (network === null ? [] : [network]))
}

export async function findLastSignIn(db: Queryable, accountId: string): Promise<Date | undefined> {
  const row = await db.selectFrom('last_sign_ins').select('at').where('account_id', '=', accountId).executeTakeFirst()
  return row?.at
}
