import { type SelectQueryBuilder, sql } from 'kysely'
import type { UserQuery, UserStatus } from '../../../shared/contract/users.ts'
import { countForPages, foldedPatterns, onePage } from '../../platform/database/pages.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { failingUserIds } from '../../platform/mail/failing-accounts.query.ts'

/** The first reason that blocks a sign-in, in the order in which the sign-in checks them. */
const status = sql<UserStatus>`case
  when not a.is_active then 'inactive'
  when a.locked_at is not null then 'locked'
  when not u.has_licence then 'unlicensed'
  when a.compromised_at is not null then 'compromised'
  when a.password_hash is null then 'no-password'
  else 'active' end`

const from = (db: Queryable) =>
  db
    .selectFrom('users as u')
    .innerJoin('accounts as a', 'a.id', 'u.account_id')
    .leftJoin('roles as r', 'r.id', 'u.role_id')
    .leftJoin('last_sign_ins as l', 'l.account_id', 'u.account_id')

const select = (db: Queryable, now: Date) =>
  from(db).select(eb => [
    'a.id',
    'a.username',
    'a.given_name',
    'a.family_name',
    'u.user_type',
    'u.email_to',
    'u.role_id',
    'u.receives_system_messages',
    'r.name as role',
    'l.at as last_sign_in_at',
    status.as('status'),
    eb
      .or([
        eb.exists(
          eb
            .selectFrom('known_devices as d')
            .select('d.token_hash')
            .whereRef('d.account_id', '=', 'a.id')
            .where('d.expires_at', '>', now),
        ),
        eb.exists(eb.selectFrom('app_devices as p').select('p.device_id').whereRef('p.account_id', '=', 'a.id')),
      ])
      .as('has_device'),
    eb
      .exists(
        eb
          .selectFrom('failing_addresses as f')
          .select('f.address')
          .where('f.address', 'in', [eb.ref('a.username_key'), eb.ref('u.email_to_key')]),
      )
      .as('is_mail_failing'),
  ])

export type UserRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

type Filter = Pick<UserQuery, 'search' | 'status' | 'type' | 'signedIn' | 'role' | 'mail'>

const mostNarrow = 1000

/**
 * Searches every word in username, first name and surname together, or in the second address, so that "riley rep" and "rep riley" both match. A
 * narrow search runs first, in a subquery that the offset keeps separate. Otherwise the planner walks all users in the
 * order of the page. For a broad search that walk is faster, as it ends with the page.
 */
function matching<O>(
  db: Queryable,
  rows: SelectQueryBuilder<FromOf, AliasOf, O>,
  { search, ...filter }: Filter,
  isNarrow: boolean,
) {
  const patterns = foldedPatterns(search)
  let found = rows
  if (!isNarrow && patterns.length > 0) {
    found = found.where(one =>
      one.or([
        one.and(patterns.map(pattern => one('a.search_text', 'like', pattern))),
        one.and(patterns.map(pattern => one('u.email_to_key', 'like', pattern))),
      ]),
    )
  }
  if (isNarrow && patterns.length > 0) {
    found = found.where('a.id', 'in', eb =>
      eb
        .selectFrom('accounts as s')
        .select('s.id')
        .where(one => one.and(patterns.map(pattern => one('s.search_text', 'like', pattern))))
        .union(
          eb
            .selectFrom('users as m')
            .select('m.account_id as id')
            .where(one => one.and(patterns.map(pattern => one('m.email_to_key', 'like', pattern)))),
        )
        .offset(0),
    )
  }
  if (filter.type) found = found.where('u.user_type', '=', filter.type)
  if (filter.status) found = found.where(status, '=', filter.status)
  if (filter.signedIn) {
    // In this form the planner knows the number of rows. For `l.at is null` it guesses one in two hundred.
    found = found.where(({ exists, not, selectFrom }) => {
      const signedIn = exists(selectFrom('last_sign_ins as s').select('s.at').whereRef('s.account_id', '=', 'a.id'))
      return filter.signedIn === 'ever' ? signedIn : not(signedIn)
    })
  }
  if (filter.role === 'none') found = found.where('u.role_id', 'is', null)
  else if (filter.role) found = found.where('u.role_id', '=', filter.role)
  // Few addresses fail, so the query starts from them instead of scanning all users.
  if (filter.mail) found = found.where('a.id', 'in', failingUserIds(db))
  return found
}

type From = ReturnType<typeof from>
type FromOf = From extends SelectQueryBuilder<infer DB, infer _A, infer _O> ? DB : never
type AliasOf = From extends SelectQueryBuilder<infer _DB, infer A, infer _O> ? A : never

const sorts = {
  username: ['a.username_key'],
  name: ['a.family_name', 'a.given_name'],
  type: ['u.user_type', 'a.username_key'],
  'last-sign-in': ['l.at'],
} as const

/** One page of users. Sorting by id last keeps pages from repeating or skipping a user. */
export function usersPage(db: Queryable, query: UserQuery & { now: Date; total: number }) {
  const { order, now, total } = query
  const direction = order === 'ascending' ? 'asc' : 'desc'
  let rows = matching(db, select(db, now), query, total <= mostNarrow)
  for (const column of sorts[query.sort]) {
    rows = rows.orderBy(column, by => {
      const sorted = direction === 'asc' ? by.asc() : by.desc()
      // Nullable columns sort nulls last in both directions. For the others, that would keep indexes from being scanned
      // backwards.
      return column === 'l.at' ? sorted.nullsLast() : sorted
    })
  }
  return onePage(rows.orderBy('a.id', direction), query)
}

/** Counts matches, up to one more than the maximum. */
export async function countUsers(db: Queryable, filter: Filter): Promise<number> {
  const found = matching(db, from(db).select('a.id'), filter, false)
  return countForPages(db, found)
}

export function findUserRow(db: Queryable, { id, now }: { id: string; now: Date }): Promise<UserRow | undefined> {
  return select(db, now).where('a.id', '=', id).executeTakeFirst()
}
