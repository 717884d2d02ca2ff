import { type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { ContactFilter, ContactQuery } from '../../../shared/contract/contacts.ts'
import { countForPages, foldedPatterns } from '../../platform/database/pages.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { failingAccounts } from '../../platform/mail/failing-accounts.query.ts'
import { contactStatus } from './contacts.query.ts'

/** Contacts with their retailer and with the words that a search compares. */
export const listedContacts = (db: Queryable) =>
  db
    .selectFrom('contact_search as s')
    .innerJoin('contacts as c', 'c.account_id', 's.account_id')
    .innerJoin('accounts as a', 'a.id', 's.account_id')
    .innerJoin('retailers as r', 'r.id', 'c.retailer_id')

type Listed = ReturnType<typeof listedContacts>
export type ListedBuilder =
  Listed extends SelectQueryBuilder<infer DB, infer TB, infer _O> ? ExpressionBuilder<DB, TB> : never

export const isMailFailing = sql<boolean>`exists (select 1 from failing_addresses as f
  where f.address in (a.username_key, c.email_key))`

/** In a subquery of its own. The offset keeps the planner from merging it and scanning every contact. */
const failingIds = (db: Queryable) =>
  db.selectFrom(failingAccounts(db).as('failing')).select('account_id').distinct().offset(0)

/** The condition of a filter. The list, the count and an invitation of everyone found share it. */
export function matches(db: Queryable, filter: ContactFilter) {
  return (eb: ListedBuilder): Expression<SqlBool> => {
    const { search, access, invited, signedIn, mail, type, territory } = filter
    const conditions: Expression<SqlBool>[] = foldedPatterns(search).map(pattern => eb('s.words', 'like', pattern))
    if (access) conditions.push(eb('c.has_website_access', '=', access === 'with'))
    if (invited === 'never') conditions.push(eb('a.invited_at', 'is', null))
    if (invited === 'waiting') conditions.push(eb('a.invited_at', 'is not', null), eb('a.password_hash', 'is', null))
    if (invited === 'accepted')
      conditions.push(eb('a.invited_at', 'is not', null), eb('a.password_hash', 'is not', null))
    if (signedIn) {
      const some = eb.exists(
        eb.selectFrom('last_sign_ins as i').select('i.at').whereRef('i.account_id', '=', 's.account_id'),
      )
      conditions.push(signedIn === 'ever' ? some : eb.not(some))
    }
    if (mail) conditions.push(eb('s.account_id', 'in', failingIds(db)))
    if (type !== undefined && type !== '') conditions.push(eb('r.retailer_type', '=', type))
    if (territory) conditions.push(eb('r.territory_id', '=', territory))
    return eb.and(conditions)
  }
}

const select = (db: Queryable) =>
  listedContacts(db)
    .leftJoin('last_sign_ins as l', 'l.account_id', 's.account_id')
    .select(['a.id', 'a.username', 'a.given_name', 'a.family_name', 'a.invited_at', 'c.email', 'c.role', 'c.phone'])
    .select(['c.has_website_access', 'c.retailer_id', 'r.name as retailer_name', 'r.account_number', 'r.town'])
    .select(['l.at as last_sign_in_at', contactStatus.as('status')])
    .select(isMailFailing.as('is_mail_failing'))

const keys = {
  name: ['s.name_key', 's.account_id'],
  retailer: ['s.retailer_key', 's.name_key', 's.account_id'],
} as const

export type ContactPlace = { account_id: string; name_key: string; retailer_key: string }

/** The place of the last contact of a page. Undefined if it is gone. */
export function findContactPlace(db: Queryable, id: string): Promise<ContactPlace | undefined> {
  return db.selectFrom('contact_search').selectAll().where('account_id', '=', id).executeTakeFirst()
}

/** The contacts after a place, and one more: it tells whether another page follows. */
export function contactsAfter(db: Queryable, query: ContactQuery, after: ContactPlace | undefined) {
  const isUp = query.order === 'ascending'
  let rows = select(db).where(matches(db, query))
  for (const key of keys[query.sort]) rows = rows.orderBy(key, isUp ? 'asc' : 'desc')
  if (after) {
    const names = sql.join(keys[query.sort].map(key => sql.ref(key)))
    const place = query.sort === 'name' ? [after.name_key] : [after.retailer_key, after.name_key]
    // One comparison of rows, because the index of the order answers it.
    const values = sql`${sql.join(place)}, ${after.account_id}::uuid`
    rows = rows.where(sql<boolean>`(${names}) ${sql.raw(isUp ? '>' : '<')} (${values})`)
  }
  return rows.limit(query.size + 1)
}

/** Counts matches, up to one more than the maximum. */
export function countContacts(db: Queryable, filter: ContactFilter): Promise<number> {
  return countForPages(db, listedContacts(db).select('s.account_id').where(matches(db, filter)))
}
