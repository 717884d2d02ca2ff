import type { Queryable } from '../database/tables.ts'

/**
 * Users whose mail fails now, by username or by second address, and contacts by their username: from the few addresses
 * that fail to the accounts, each way by an index of its own.
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

/** Everybody whose mail fails now: those, and contacts by the address that their mail goes to. */
export function failingAccounts(db: Queryable) {
  return failingNames(db).union(eb =>
    eb
      .selectFrom('failing_addresses as f')
      .innerJoin('contacts as c', 'c.email_key', 'f.address')
      .select(['c.account_id', 'f.address', 'f.since', 'f.why', 'f.accepted_at']),
  )
}

/** The ids of users alone, found by themselves (the offset keeps it so): else the planner looks at every user for them. */
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

/** How many people mail does not reach: for a page that counts. */
export async function countMailFailing(db: Queryable): Promise<number> {
  const { count } = await db
    .selectFrom(failingAccounts(db).as('failing'))
    .select(({ fn }) => fn.count<string>('account_id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
