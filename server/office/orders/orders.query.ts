import { type RawBuilder, sql } from 'kysely'
import type { OrderFilter } from '../../../shared/contract/orders.ts'
import { foldedPatterns, searchPatterns } from '../../platform/database/pages.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { type FoundOrder, orderColumns } from '../../trade/orders/order-columns.store.ts'

export type OrderSearch = OrderFilter & {
  before?: string | undefined
  size: number
  timeZone: string
  /** Of the search: retailers whose name or account number has its words. */
  retailerIds?: readonly string[]
}

type Sql = RawBuilder<unknown>

/**
 * Words of a closed list are inlined in the statement. Only then does the planner see that a partial index of some
 * orders is enough.
 */
function conditionsOf(search: OrderSearch): Sql[] {
  const { status, kind, source, retailer, rep, from, until, before, timeZone } = search
  const startOf = (day: string, later = 0) => sql`((${day}::date + ${later}::int)::timestamp at time zone ${timeZone})`
  return [
    ...(status ? [sql`o.status = ${sql.lit(status)}`] : []),
    ...(kind ? [sql`o.kind = ${sql.lit(kind)}`] : []),
    ...(source ? [sql`o.source = ${sql.lit(source)}`] : []),
    ...(retailer ? [sql`o.retailer_id = ${retailer}::uuid`] : []),
    ...(rep ? [sql`o.account_id = ${rep}::uuid`] : []),
    ...(from ? [sql`o.received_at >= ${startOf(from)}`] : []),
    ...(until ? [sql`o.received_at < ${startOf(until, 1)}`] : []),
    ...(before
      ? [
          sql`(o.received_at, o.id) < ((select b.received_at from orders b where b.id = ${before}::uuid), ${before}::uuid)`,
        ]
      : []),
  ]
}

/** The newest orders of one kind of match, through an index. One row more than the page shows whether more follow. */
function newest(search: OrderSearch, match?: Sql, from: Sql = sql`orders o`): Sql {
  const where = sql.join([...conditionsOf(search), match ?? sql`true`], sql` and `)
  return sql`(select o.id, o.received_at from ${from} where ${where}
    order by o.received_at desc, o.id desc limit ${search.size + 1})`
}

/** Beyond this many retailers, so many orders match that reading the newest ones finds a page soon. */
const mostAlone = 500

function ofRetailers(search: OrderSearch, ids: readonly string[]): Sql {
  if (ids.length > mostAlone) return newest(search, sql`o.retailer_id = any(${sql.val(ids)}::uuid[])`)
  const each = newest(search, sql`o.retailer_id = f.id`)
  return sql`(select l.id, l.received_at from unnest(${sql.val(ids)}::uuid[]) as f (id) cross join lateral ${each} l)`
}

const number = /^[oqr]?\d{2,12}$/i

/** A search is for a number, or for words of the retailer or the note. Each side uses an index of its own. */
function find(search: OrderSearch): Sql {
  const { search: words = '', retailerIds = [] } = search
  if (words === '') return newest(search)
  const patterns = searchPatterns(words)
  const starts = /^\d/.test(words) ? ['O', 'Q', 'R'].map(letter => letter + words) : [words.toUpperCase()]
  const sides = [
    ...(number.test(words)
      ? [
          newest(
            search,
            sql.join(
              starts.map(start => sql`o.number like ${`${start}%`}`),
              sql` or `,
            ),
          ),
        ]
      : []),
    ...(retailerIds.length > 0 ? [ofRetailers(search, retailerIds)] : []),
    newest(search, sql.join([sql`o.note <> ''`, ...patterns.map(one => sql`lower(o.note) like ${one}`)], sql` and `)),
  ]
  return sql`(select id, received_at from (${sql.join(sides, sql` union `)}) as sides
    order by received_at desc, id desc limit ${search.size + 1})`
}

/** Deactivated reps and closed retailers are part of every row: what was ordered stays readable. */
export const ordersPage = (search: OrderSearch): RawBuilder<FoundOrder> =>
  sql<FoundOrder>`select ${orderColumns} from ${find(search)} as found
    join orders o on o.id = found.id join retailers r on r.id = o.retailer_id join accounts a on a.id = o.account_id
    order by found.received_at desc, found.id desc`

/** Lists the retailers that a search of orders means. */
export async function listSearchedRetailers(db: Queryable, search: string): Promise<string[]> {
  const patterns = foldedPatterns(search)
  if (patterns.length === 0) return []
  const rows = await db
    .selectFrom('retailers')
    .select('id')
    .where(eb => eb.and(patterns.map(pattern => eb('search_text', 'like', pattern))))
    .execute()
  return rows.map(({ id }) => id)
}
