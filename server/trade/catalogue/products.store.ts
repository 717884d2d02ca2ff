import { type Insertable, sql } from 'kysely'
import type { ProductsTable } from '../../platform/database/field-tables.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type NewProduct = Omit<Insertable<ProductsTable>, 'changed_in'>

/** Every column that another system writes. */
export type ProductRow = {
  code: string
  name: string
  price_cents: number
  category_id: string | null
  unit: string
  barcode: string
  pack_size: number
  tax_class: string
  description: string
  is_active: boolean
}

const columns = [
  'code',
  'name',
  'price_cents',
  'category_id',
  'unit',
  'barcode',
  'pack_size',
  'tax_class',
  'description',
  'is_active',
] as const satisfies readonly (keyof ProductRow)[]

export async function insertProducts(tx: Tx, products: readonly NewProduct[]): Promise<void> {
  for (const part of inParts(products)) await tx.insertInto('products').values(part).execute()
}

/** The products of these codes by their code, locked until the transaction ends. */
export async function lockProducts(tx: Tx, codes: readonly string[]): Promise<Map<string, ProductRow>> {
  const rows = await tx
    .selectFrom('products')
    .select(columns)
    .where('code', '=', sql<string>`any(${codes})`)
    .orderBy('code')
    .forUpdate()
    .execute()
  return new Map(rows.map(row => [row.code, row]))
}

/** The ids of the products with these codes, by code. */
export async function findProductIds(db: Queryable, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('products')
    .select(['id', 'code'])
    .where('code', '=', sql<string>`any(${codes})`)
    .execute()
  return new Map(rows.map(({ id, code }) => [code, id]))
}

/** Locked until the transaction ends. */
export async function lockProduct(tx: Tx, id: string): Promise<ProductRow | undefined> {
  return tx.selectFrom('products').select(columns).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
}

export async function findProduct(db: Queryable, id: string): Promise<ProductRow | undefined> {
  return db.selectFrom('products').select(columns).where('id', '=', id).executeTakeFirst()
}

/** Adds products, and changes those whose code exists. */
export async function saveProducts(tx: Tx, products: readonly ProductRow[]): Promise<void> {
  await sql`insert into products (code, name, price_cents, category_id, unit, barcode, pack_size, tax_class, description,
      is_active)
    select r.code, r.name, r.price_cents, r.category_id, r.unit, r.barcode, r.pack_size, r.tax_class, r.description,
      r.is_active
    from jsonb_to_recordset(${JSON.stringify(products)}::jsonb) as r (code text, name text, price_cents integer,
      category_id uuid, unit text, barcode text, pack_size integer, tax_class text, description text, is_active boolean)
    on conflict (code) do update set name = excluded.name, price_cents = excluded.price_cents,
      category_id = excluded.category_id, unit = excluded.unit, barcode = excluded.barcode,
      pack_size = excluded.pack_size, tax_class = excluded.tax_class, description = excluded.description,
      is_active = excluded.is_active`.execute(tx)
}

/** Moves every product of a category into another one, or into none. */
export async function moveProducts(tx: Tx, { from, to }: { from: string; to: string | null }): Promise<number> {
  const moved = await tx
    .updateTable('products')
    .set({ category_id: to })
    .where('category_id', '=', from)
    .executeTakeFirst()
  return Number(moved.numUpdatedRows)
}

export async function countProductsIn(db: Queryable, categoryId: string): Promise<number> {
  const { count } = await db
    .selectFrom('products')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('category_id', '=', categoryId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
