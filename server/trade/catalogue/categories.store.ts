import type { Insertable } from 'kysely'
import type { CategoriesTable } from '../../platform/database/field-tables.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type Category = { id: string; path: string }

/** The category of this path, in whatever case it is written. */
export async function findCategory(db: Queryable, path: string): Promise<Category | undefined> {
  return db
    .selectFrom('categories')
    .select(['id', 'path'])
    .where(({ fn }) => fn<string>('lower', ['path']), '=', path.toLowerCase())
    .executeTakeFirst()
}

/** Undefined if another category has this path or this slug. */
export async function insertCategory(
  tx: Tx,
  category: Omit<Insertable<CategoriesTable>, 'changed_in'>,
): Promise<Category | undefined> {
  return tx
    .insertInto('categories')
    .values(category)
    .onConflict(conflict => conflict.doNothing())
    .returning(['id', 'path'])
    .executeTakeFirst()
}

export async function findCategoryPath(db: Queryable, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('categories').select('path').where('id', '=', id).executeTakeFirst()
  return row?.path
}
