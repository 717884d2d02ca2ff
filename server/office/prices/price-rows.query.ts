import { sql } from 'kysely'
import type { PriceRowQuery } from '../../../shared/contract/prices.ts'
import { countForPages, onePage, searchPatterns } from '../../platform/database/pages.ts'
import type { Queryable } from '../../platform/database/tables.ts'

/** Whose prices: a price list's, or a retailer's. */
export type PriceOwner = { kind: 'list' | 'retailer'; id: string }

const columns = [
  'p.code',
  'p.name as product',
  'p.id as productId',
  'r.id',
  'r.minimum_quantity as minimumQuantity',
  'r.valid_from as validFrom',
  'r.valid_until as validUntil',
  'r.price_cents as priceCents',
] as const

const ofList = (db: Queryable, id: string) =>
  db
    .selectFrom('products as p')
    .innerJoin('list_prices as r', 'r.product_id', 'p.id')
    .where('r.price_list_id', '=', id)
    .select(columns)

const ofRetailer = (db: Queryable, id: string) =>
  db
    .selectFrom('products as p')
    .innerJoin('prices as r', 'r.product_id', 'p.id')
    .where('r.retailer_id', '=', id)
    .select(columns)

/** Both tables have the same columns but for their owner, so the rest of the query is the same. */
const from = (db: Queryable, { kind, id }: PriceOwner) =>
  kind === 'list' ? ofList(db, id) : (ofRetailer(db, id) as unknown as ReturnType<typeof ofList>)

/** One page of prices by product, quantity and first day, with the total. */
export async function listPriceRows(db: Queryable, owner: PriceOwner, { search, ...page }: PriceRowQuery) {
  const patterns = searchPatterns(search)
  const matching = from(db, owner).where(eb => eb.and(patterns.map(pattern => eb('p.search_text', 'like', pattern))))
  const sorted = matching
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.id')
    .orderBy('r.minimum_quantity')
    .orderBy('r.valid_from')
    .orderBy('r.id')
  const [prices, total] = await Promise.all([onePage(sorted, page).execute(), countForPages(db, matching)])
  return { prices, total, ...page }
}
