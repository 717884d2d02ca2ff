import { sql } from 'kysely'
import type { Queryable } from '../../platform/database/tables.ts'
import { isSold } from '../../trade/catalogue/sold-products.query.ts'

export type CodedProduct = { id: string; code: string; name: string; key: string; barcode: string }

const columns = sql`p.id, p.code, p.name, lower(p.code) as key, p.barcode`

/** The products that the retailer may buy with these codes, in lower case, or barcodes. */
export async function listByCodes(db: Queryable, keys: readonly string[]): Promise<CodedProduct[]> {
  const { rows } = await sql<CodedProduct>`select ${columns} from products p
    where ${isSold('p')} and (lower(p.code) = any(${sql.val(keys)}::text[])
      or (p.barcode <> '' and p.barcode = any(${sql.val(keys)}::text[])))
    order by p.code`.execute(db)
  return rows
}

/** Products whose codes are the same without spaces and leading zeros, which a spreadsheet takes away. */
export async function listByBareCodes(
  db: Queryable,
  bare: readonly string[],
): Promise<(CodedProduct & { bare: string })[]> {
  const { rows } = await sql<CodedProduct & { bare: string }>`select f.* from (
      select ${columns}, ltrim(replace(lower(p.code), ' ', ''), '0') as bare from products p where ${isSold('p')}) f
    where f.bare = any(${sql.val(bare)}::text[]) order by f.code`.execute(db)
  return rows
}
