import { type SelectQueryBuilder, sql } from 'kysely'
import { cutPage, searchPatterns } from '../../platform/database/pages.ts'
import type { Database, Db, Queryable } from '../../platform/database/tables.ts'
import { isSold } from '../../trade/catalogue/sold-products.query.ts'

export type ProductSearch = { search: string; categoryId: string | undefined; page: number; size: number }
export type FoundIds = { rows: { id: string }[]; hasMore: boolean }

const sold = (db: Queryable) => db.selectFrom('products as p').select('p.id').where(isSold('p'))

function within<O>(
  rows: SelectQueryBuilder<Database & { p: Database['products'] }, 'p', O>,
  categoryId: string | undefined,
) {
  if (categoryId === undefined) return rows
  return rows.where('p.category_id', 'in', eb =>
    eb
      .selectFrom('categories as c')
      .innerJoin('categories as top', join =>
        join.on(sql<boolean>`c.id = top.id or starts_with(c.path, top.path || ' > ')`),
      )
      .where('top.id', '=', categoryId)
      .select('c.id'),
  )
}

/** Products with all these words, in any order. One whose code or barcode is exactly the search comes first. */
export async function findProductIds(
  db: Queryable,
  { search, categoryId, page, size }: ProductSearch,
): Promise<FoundIds> {
  let found = within(sold(db), categoryId)
  for (const pattern of searchPatterns(search)) found = found.where('p.search_text', 'like', pattern)
  const exact = search.normalize('NFKC').trim().toLowerCase()
  const rows = await found
    .$if(exact !== '', rows => rows.orderBy(sql`lower(p.code) = ${exact} or p.barcode = ${exact}`, 'desc'))
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.id')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return cutPage(rows, size)
}

/** A word is similar enough if this share of its groups of three letters is there: "tomatos" finds tomatoes. */
const leastSimilar = '0.5'

/** Products with words like these, the most similar first: for a search with a typing error. */
export async function findSimilarIds(
  db: Db,
  { search, categoryId, size }: Omit<ProductSearch, 'page'>,
): Promise<{ id: string }[]> {
  const words = search.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return db.transaction().execute(async tx => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${leastSimilar}, true)`.execute(tx)
    let found = within(sold(tx), categoryId)
    for (const word of words) found = found.where(isLongEnough(word) ? similarTo(word) : having(word))
    return found
      .orderBy(sql`word_similarity(${words.join(' ')}, p.search_text)`, 'desc')
      .orderBy('p.id')
      .limit(size)
      .execute()
  })
}

/** Almost any three letters resemble something. */
const isLongEnough = (word: string) => word.length >= 4
const similarTo = (word: string) => sql<boolean>`${word} <% p.search_text`
const having = (word: string) => sql<boolean>`p.search_text like ${searchPatterns(word)[0]}`

export type ProductFacts = {
  id: string
  code: string
  name: string
  unit: string
  packSize: number
  category: string
  categorySlug: string | null
  description: string
  taxBasisPoints: number
  picture: { hash: string; alt: string } | null
  inBasket: number
}

/** What a contact sees of these products. One that the retailer may not buy is missing. */
export async function listProductFacts(
  db: Queryable,
  { ids, contactId }: { ids: readonly string[]; contactId: string },
): Promise<ProductFacts[]> {
  const { rows } = await sql<ProductFacts>`select p.id, p.code, p.name, p.unit, p.pack_size as "packSize",
      coalesce(c.path, '') as category, c.slug as "categorySlug", p.description, t.rate_basis_points as "taxBasisPoints",
      (select json_build_object('hash', i.content_hash, 'alt', i.alt) from product_pictures i
        where i.product_id = p.id order by i.place limit 1) as picture,
      coalesce((select l.quantity from basket_lines l where l.product_id = p.id and l.contact_id = ${contactId}::uuid), 0)
        as "inBasket"
    from products p join tax_classes t on t.code = p.tax_class left join categories c on c.id = p.category_id
    where p.id = any(${sql.val(ids)}::uuid[]) and ${isSold('p')}`.execute(db)
  return rows
}

export type ShopCategory = { id: string; parentId: string | null; name: string; slug: string; hasProducts: boolean }

/** The tree of categories in its own order, and which of them have products of their own. */
export async function listShopCategories(db: Queryable): Promise<ShopCategory[]> {
  const { rows } = await sql<ShopCategory>`select c.id, c.parent_id as "parentId", c.name, c.slug,
      exists (select from products p where p.category_id = c.id and ${isSold('p')}) as "hasProducts"
    from categories c order by c.level, c.place, lower(c.name), c.id`.execute(db)
  return rows
}

/** True if a product that this retailer may buy has this picture. */
export async function isPictureShown(db: Queryable, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom('product_pictures as i')
    .innerJoin('products as p', 'p.id', 'i.product_id')
    .select('i.id')
    .where('i.content_hash', '=', hash)
    .where(isSold('p'))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
