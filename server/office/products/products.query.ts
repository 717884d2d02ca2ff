import { type SelectQueryBuilder, sql } from 'kysely'
import type { ProductQuery } from '../../../shared/contract/products.ts'
import { countForPages, onePage, searchPatterns } from '../../platform/database/pages.ts'
import type { Queryable } from '../../platform/database/tables.ts'

const from = (db: Queryable) => db.selectFrom('products as p').leftJoin('categories as g', 'g.id', 'p.category_id')

const select = (db: Queryable) =>
  from(db).select(eb => [
    'p.id',
    'p.code',
    'p.name',
    'g.path as category',
    'p.unit',
    'p.pack_size',
    'p.barcode',
    'p.price_cents',
    'p.is_active',
    eb
      .selectFrom('product_pictures as i')
      .select('i.content_hash')
      .whereRef('i.product_id', '=', 'p.id')
      .orderBy('i.place')
      .limit(1)
      .as('picture'),
  ])

export type ProductListRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
type From = ReturnType<typeof from>
type FromOf = From extends SelectQueryBuilder<infer DB, infer _A, infer _O> ? DB : never
type AliasOf = From extends SelectQueryBuilder<infer _DB, infer A, infer _O> ? A : never
type Filter = Pick<ProductQuery, 'search' | 'category' | 'status' | 'without'>

function matching<O>(rows: SelectQueryBuilder<FromOf, AliasOf, O>, { search, category, status, without }: Filter) {
  let found = rows
  for (const pattern of searchPatterns(search)) found = found.where('p.search_text', 'like', pattern)
  if (category) {
    found = found.where('p.category_id', 'in', eb =>
      eb
        .selectFrom('categories as c')
        .innerJoin('categories as top', join =>
          join.on(sql<boolean>`c.id = top.id or starts_with(c.path, top.path || ' > ')`),
        )
        .where('top.id', '=', category)
        .select('c.id'),
    )
  }
  if (status) found = found.where('p.is_active', '=', status === 'active')
  if (without === 'picture') found = found.where(eb => eb.not('p.has_picture'))
  if (without === 'price') found = found.where('p.price_cents', '=', 0)
  return found
}

const sortings = { name: sql`lower(p.name)`, code: sql`p.code`, price: sql`p.price_cents` } as const

/** One page of products. A product whose code or barcode is exactly the search text comes first. */
export function productsPage(db: Queryable, query: ProductQuery) {
  const direction = query.order === 'ascending' ? 'asc' : 'desc'
  const exact = query.search.normalize('NFKC').trim().toLowerCase()
  const rows = matching(select(db), query)
    .$if(exact !== '', found => found.orderBy(sql`lower(p.code) = ${exact} or p.barcode = ${exact}`, 'desc'))
    .orderBy(sortings[query.sort], direction)
    .orderBy('p.id', direction)
  return onePage(rows, query)
}

/** Counts matches, up to one more than the maximum. */
export function countProducts(db: Queryable, filter: Filter): Promise<number> {
  return countForPages(db, matching(from(db).select('p.id'), filter))
}
