import { type SelectQueryBuilder, sql } from 'kysely'
import type { RetailerQuery } from '../../../shared/contract/retailers.ts'
import { countForPages, foldedPatterns, onePage } from '../../platform/database/pages.ts'
import type { Queryable } from '../../platform/database/tables.ts'

const from = (db: Queryable) => db.selectFrom('retailers as r').leftJoin('territories as t', 't.id', 'r.territory_id')

const select = (db: Queryable) =>
  from(db).select(eb => [
    'r.id',
    'r.name',
    'r.account_number',
    'r.is_active',
    'r.territory_id',
    't.name as territory',
    eb
      .selectFrom('contacts as c')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .whereRef('c.retailer_id', '=', 'r.id')
      .as('contacts'),
    eb
      .selectFrom('contacts as c')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .whereRef('c.retailer_id', '=', 'r.id')
      .where('c.has_website_access', '=', true)
      .as('with_access'),
  ])

export type RetailerRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

type Filter = Pick<RetailerQuery, 'search' | 'status' | 'territory' | 'access'>

/** Either the retailer matches every word, or one of its contacts does. Each side has an index of its own. */
function matching<O>(rows: SelectQueryBuilder<FromOf, AliasOf, O>, { search, ...filter }: Filter) {
  const patterns = foldedPatterns(search)
  let found = rows
  if (patterns.length > 0) {
    found = found.where('r.id', 'in', eb =>
      eb
        .selectFrom('retailers as s')
        .select('s.id')
        .where(one => one.and(patterns.map(pattern => one('s.search_text', 'like', pattern))))
        .union(
          eb
            .selectFrom('contact_search as w')
            .innerJoin('contacts as c', 'c.account_id', 'w.account_id')
            .select('c.retailer_id as id')
            .where(one => one.and(patterns.map(pattern => one('w.words', 'like', pattern)))),
        ),
    )
  }
  if (filter.status) found = found.where('r.is_active', '=', filter.status === 'open')
  if (filter.territory) found = found.where('r.territory_id', '=', filter.territory)
  if (filter.access) {
    const isWith = filter.access === 'with'
    found = found.where(eb => {
      const some = eb.exists(
        eb
          .selectFrom('contacts as h')
          .select('h.account_id')
          .whereRef('h.retailer_id', '=', 'r.id')
          .where('h.has_website_access', '=', true),
      )
      return isWith ? some : eb.not(some)
    })
  }
  return found
}

type From = ReturnType<typeof from>
type FromOf = From extends SelectQueryBuilder<infer DB, infer _A, infer _O> ? DB : never
type AliasOf = From extends SelectQueryBuilder<infer _DB, infer A, infer _O> ? A : never

/** One page of retailers. Sorting by id last keeps pages from repeating or skipping a row. */
export function retailersPage(db: Queryable, query: RetailerQuery) {
  const direction = query.order === 'ascending' ? 'asc' : 'desc'
  const rows = matching(select(db), query)
    .orderBy(query.sort === 'name' ? sql`lower(r.name)` : sql`r.account_number`, direction)
    .orderBy('r.id', direction)
  return onePage(rows, query)
}

/** Counts matches, up to one more than the maximum. */
export async function countRetailers(db: Queryable, filter: Filter): Promise<number> {
  const found = matching(from(db).select('r.id'), filter)
  return countForPages(db, found)
}

/** A retailer with everything that an administrator sees of it. */
export function findRetailerRow(db: Queryable, id: string) {
  return select(db)
    .leftJoin('price_lists as p', 'p.id', 'r.price_list_id')
    .select(['r.retailer_type', 'r.grade', 'r.chain', 'r.credit_status', 'r.price_list_id', 'p.name as price_list'])
    .select(['r.notes', 'r.address_line', 'r.town', 'r.postcode', 'r.phone'])
    .where('r.id', '=', id)
    .executeTakeFirst()
}

const mostChoices = 200

/** The words that retailers have in this column so far. */
export async function listWords(db: Queryable, column: 'retailer_type' | 'grade' | 'chain'): Promise<string[]> {
  const rows = await db
    .selectFrom('retailers')
    .select(column)
    .distinct()
    .where(column, '!=', '')
    .orderBy(column)
    .limit(mostChoices)
    .execute()
  return rows.flatMap(row => row[column] ?? [])
}

export function listPriceLists(db: Queryable): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('price_lists').select(['id', 'name']).orderBy('name').execute()
}
