import { type Insertable, sql } from 'kysely'
import type { CategoriesTable } from '../../platform/database/field-tables.ts'
import { lockWriters } from '../../platform/database/lock-writers.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'
import type { TreeCategory } from './category-tree.ts'

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

const treeColumns = ['id', 'parent_id as parentId', 'name', 'path', 'level', 'place'] as const

/**
 * A change of the tree writes categories and then their products, other systems write products and then their
 * categories. Without these locks, each would wait for the other.
 */
export async function lockCatalogue(tx: Tx): Promise<void> {
  await lockWriters(tx, 'products')
  await lockWriters(tx, 'categories')
}

/** The complete tree, locked until the transaction ends: a move renumbers siblings and writes paths below. */
export async function lockTree(tx: Tx): Promise<TreeCategory[]> {
  return tx.selectFrom('categories').select(treeColumns).orderBy('id').forNoKeyUpdate().execute()
}

/** Writes the categories of the tree that differ from what is stored. */
export async function saveTree(tx: Tx, tree: readonly TreeCategory[]): Promise<void> {
  await sql`update categories c
    set parent_id = r."parentId", name = r.name, path = r.path, level = r.level, place = r.place
    from jsonb_to_recordset(${JSON.stringify(tree)}::jsonb) as r (id uuid, "parentId" uuid, name text, path text,
      level integer, place integer)
    where c.id = r.id and (c.parent_id, c.name, c.path, c.level, c.place)
      is distinct from (r."parentId", r.name, r.path, r.level, r.place)`.execute(tx)
}

export async function deleteCategory(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('categories').where('id', '=', id).execute()
}
