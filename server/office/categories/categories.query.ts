import type { CategoryList } from '../../../shared/contract/categories.ts'
import type { Queryable } from '../../platform/database/tables.ts'

type Category = CategoryList['categories'][number] & { place: number }

/** Every category with the number of products that are directly in it. */
export async function readCategoryRows(db: Queryable): Promise<Category[]> {
  const rows = await db
    .selectFrom('categories as c')
    .leftJoin(
      db
        .selectFrom('products')
        .select(({ fn }) => ['category_id', fn.countAll<string>().as('count')])
        .groupBy('category_id')
        .as('p'),
      'p.category_id',
      'c.id',
    )
    .select(['c.id', 'c.parent_id as parentId', 'c.name', 'c.path', 'c.level', 'c.place', 'p.count'])
    .execute()
  return rows.map(({ count, ...category }) => ({ ...category, products: Number(count ?? 0) }))
}
