import { type SelectQueryBuilder, sql } from 'kysely'
import type { ProductQuery } from '../../../shared/contract/products.ts'
import { countForPages, searchPatterns } from '../../platform/database/pages.ts'
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

const sorted = <O>(rows: SelectQueryBuilder<FromOf, AliasOf, O>, { sort, order }: ProductQuery) => {
  const direction = order === 'ascending' ? 'asc' : 'desc'
  return rows.orderBy(sortings[sort], direction).orderBy('p.id', direction)
}

/** More products with the same barcode are sorted among the others. */
const mostExact = 100

/** The products whose code or barcode is exactly the search text. */
export function exactProducts(db: Queryable, query: ProductQuery) {
  const exact = query.search.normalize('NFKC').trim().toLowerCase()
  // Without the patterns of the search, which they match anyway, only the indexes of both columns are left to use.
  const rows = matching(select(db), { ...query, search: '' })
  return sorted(rows, query).where(sql<boolean>`(lower(p.code) = ${exact} or p.barcode = ${exact})`).limit(mostExact)
}

type Window = { limit: number; offset: number; without: readonly string[] }

/** The products in their order, without some of them. The order is that of an index, so a broad search sorts nothing. */
export function otherProducts(db: Queryable, query: ProductQuery, { limit, offset, without }: Window) {
  return sorted(matching(select(db), query), query)
    .$if(without.length > 0, found => found.where('p.id', 'not in', without))
    .limit(limit)
    .offset(offset)
}

/** One page of products. A product whose code or barcode is exactly the search text comes first. */
export async function readProducts(db: Queryable, query: ProductQuery): Promise<ProductListRow[]> {
  const { page, size, search } = query
  const start = (page - 1) * size
  const exact = search.trim() === '' ? [] : await exactProducts(db, query).execute()
  const first = exact.slice(start, start + size)
  if (first.length === size) return first
  const without = exact.map(({ id }) => id)
  const offset = Math.max(0, start - exact.length)
  return [...first, ...(await otherProducts(db, query, { limit: size - first.length, offset, without }).execute())]
}

/** Counts matches, up to one more than the maximum. */
export function countProducts(db: Queryable, filter: Filter): Promise<number> {
  return countForPages(db, matching(from(db).select('p.id'), filter))
}
