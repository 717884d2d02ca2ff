import { sql } from 'kysely'
import type { PriceListQuery } from '../../../shared/contract/prices.ts'
import { countForPages, onePage, searchPatterns } from '../../platform/database/pages.ts'
import type { Queryable } from '../../platform/database/tables.ts'

const select = (db: Queryable) =>
  db.selectFrom('price_lists as l').select(eb => [
    'l.id',
    'l.name',
    eb
      .selectFrom('list_prices as p')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .whereRef('p.price_list_id', '=', 'l.id')
      .as('prices'),
    eb
      .selectFrom('retailers as r')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .whereRef('r.price_list_id', '=', 'l.id')
      .as('retailers'),
  ])

const toPriceList = ({
  prices,
  retailers,
  ...list
}: {
  id: string
  name: string
  prices: unknown
  retailers: unknown
}) => ({
  ...list,
  prices: Number(prices),
  retailers: Number(retailers),
})

/** One page of price lists by name, with the total. */
export async function listPriceLists(db: Queryable, query: PriceListQuery) {
  const patterns = searchPatterns(query.search)
  const matching = select(db).where(eb =>
    eb.and(patterns.map(pattern => eb(sql<string>`lower(l.name)`, 'like', pattern))),
  )
  const sorted = matching.orderBy(sql`lower(l.name)`)
  const [rows, total] = await Promise.all([onePage(sorted, query).execute(), countForPages(db, matching)])
  return { priceLists: rows.map(toPriceList), total, page: query.page, size: query.size }
}

const mostUsers = 100

export async function findPriceList(db: Queryable, id: string) {
  const row = await select(db).where('l.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const users = await db
    .selectFrom('retailers')
    .select(['id', 'name'])
    .where('price_list_id', '=', id)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(mostUsers)
    .execute()
  return { ...toPriceList(row), users }
}
