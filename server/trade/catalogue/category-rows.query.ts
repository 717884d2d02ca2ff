import type { CategoryToWrite } from '../../../shared/contract/trade-rows.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import type { ExportedRow, RowPage } from '../../platform/rows/row-page.ts'

/** Categories as another system would write them. A parent comes before its children: its id is older. */
export async function listCategoryRows(
  db: Queryable,
  { after, most }: RowPage,
): Promise<ExportedRow<Required<CategoryToWrite>>[]> {
  return db
    .selectFrom('categories')
    .select(['id as cursor', 'path', 'place'])
    .$if(after !== undefined, found => found.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(most)
    .execute()
}
