import { type Insertable, sql } from 'kysely'
import type { CategoriesTable } from '../../platform/database/field-tables.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type Category = { id: string; path: string }
export type NewCategory = Omit<Insertable<CategoriesTable>, 'changed_in'>

const lowerPath = sql<string>`lower(path)`

/** The categories of these paths in lower case, by that path. */
export async function findCategories(db: Queryable, keys: readonly string[]): Promise<Map<string, Category>> {
  const rows = await db
    .selectFrom('categories')
    .select(['id', 'path', lowerPath.as('key')])
    .where(lowerPath, '=', sql<string>`any(${keys})`)
    .execute()
  return new Map(rows.map(({ key, ...category }) => [key, category]))
}

/** Leaves out every category whose path or slug is taken. */
export async function insertCategories(tx: Tx, categories: readonly NewCategory[]): Promise<void> {
  if (categories.length === 0) return
  await tx
    .insertInto('categories')
    .values([...categories])
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The place of each category by its path in lower case. */
export async function listPlaces(db: Queryable, keys: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('categories')
    .select(['place', lowerPath.as('key')])
    .where(lowerPath, '=', sql<string>`any(${keys})`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map(({ key, place }) => [key, place]))
}

export async function setPlaces(tx: Tx, places: readonly { key: string; place: number }[]): Promise<void> {
  await sql`update categories c set place = r.place
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as r (key text, place integer)
    where lower(c.path) = r.key and c.place <> r.place`.execute(tx)
}

export async function findCategoryPath(db: Queryable, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('categories').select('path').where('id', '=', id).executeTakeFirst()
  return row?.path
}
