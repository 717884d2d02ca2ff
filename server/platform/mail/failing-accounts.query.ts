import type { Queryable } from '../database/tables.ts'

/**
 * Users whose mail fails now, by username or second address, and contacts by username. The query starts from the few
 * failing addresses and reaches the accounts through one index each.
 */
function failingNames(db: Queryable) {
  return db
    .selectFrom('failing_addresses as f')
    .innerJoin('accounts as a', 'a.username_key', 'f.address')
    .select(['a.id as account_id', 'f.address', 'f.since', 'f.why', 'f.accepted_at'])
    .union(eb =>
      eb
        .selectFrom('failing_addresses as f')
        .innerJoin('users as u', 'u.email_to_key', 'f.address')
        .where('u.email_to_key', 'is not', null)
        .select(['u.account_id', 'f.address', 'f.since', 'f.why', 'f.accepted_at']),
    )
}

/** All accounts whose mail fails now: the above, and contacts by the address that receives their mail. */
export function failingAccounts(db: Queryable) {
  return failingNames(db).union(eb =>
    eb
      .selectFrom('failing_addresses as f')
      .innerJoin('contacts as c', 'c.email_key', 'f.address')
      .select(['c.account_id', 'f.address', 'f.since', 'f.why', 'f.accepted_at']),
  )
}

/**
 * The ids of users only, in a subquery of their own. The offset keeps the planner from merging it and scanning every
 * user.
 */
export const failingUserIds = (db: Queryable) =>
  db.selectFrom(failingNames(db).as('failing')).select('account_id').offset(0)

export type FailingAccount = { account_id: string; address: string; since: Date; why: string; accepted_at: Date | null }

export function listFailingOf(db: Queryable, accountId: string): Promise<FailingAccount[]> {
  return db
    .selectFrom(failingAccounts(db).as('failing'))
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('since')
    .execute()
}

export function listAccountsAt(db: Queryable, address: string): Promise<{ account_id: string }[]> {
  return db.selectFrom(failingAccounts(db).as('failing')).select('account_id').where('address', '=', address).execute()
}

/** Counts the people that mail does not reach, for a page that shows the number. */
export async function countMailFailing(db: Queryable): Promise<number> {
  const { count } = await db
    .selectFrom(failingAccounts(db).as('failing'))
    .select(({ fn }) => fn.count<string>('account_id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
