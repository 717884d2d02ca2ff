import type { ProductToWrite } from '../../../shared/contract/trade-rows.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import type { ExportedRow, RowPage } from '../../platform/rows/row-page.ts'

/** Products as another system would write them, in the order of their codes. */
export async function listProductRows(
  db: Queryable,
  { after, most }: RowPage,
): Promise<ExportedRow<Required<ProductToWrite>>[]> {
  const rows = await db
    .selectFrom('products as p')
    .leftJoin('categories as c', 'c.id', 'p.category_id')
    .select(['p.code', 'p.name', 'c.path', 'p.unit', 'p.pack_size', 'p.barcode', 'p.price_cents', 'p.tax_class'])
    .select(['p.description', 'p.is_active'])
    .$if(after !== undefined, found => found.where('p.code', '>', after ?? ''))
    .orderBy('p.code')
    .limit(most)
    .execute()
  return rows.map(row => ({
    cursor: row.code,
    code: row.code,
    name: row.name,
    category: row.path ?? '',
    unit: row.unit,
    packSize: row.pack_size,
    barcode: row.barcode,
    priceCents: row.price_cents,
    taxClass: row.tax_class,
    description: row.description,
    isActive: row.is_active,
  }))
}
