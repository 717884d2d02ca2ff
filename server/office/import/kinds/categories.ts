import { categoryKey } from '../../../trade/catalogue/category-path.ts'
import { listCategoryRows } from '../../../trade/catalogue/category-rows.query.ts'
import { upsertCategories } from '../../../trade/catalogue/upsert-categories.ts'
import type { ExportedImport } from './batch-import.ts'
import { textColumn, wholeColumn } from './columns.ts'

export const categoriesImport: ExportedImport = {
  columns: {
    category: textColumn({
      to: 'path',
      also: ['path', 'name', 'category path', 'kategorie', 'warengruppe', 'catégorie'],
      example: 'Drinks > Soft drinks',
    }),
    place: wholeColumn({ to: 'place', also: ['sequence', 'sort', 'sort order', 'position'], example: '1' }),
  },
  key: ({ path }) => [typeof path === 'string' ? categoryKey(path) || path : null],
  write: async (tx, rows, { upsert }) => (await upsertCategories(tx, rows, upsert)).results,
  list: listCategoryRows,
}
