import type { Insertable } from 'kysely'
import type { PricesTable, ProductsTable, VisitsTable } from '../../platform/database/field-tables.ts'
import type { Tx } from '../../platform/database/tables.ts'

export type NewProduct = Omit<Insertable<ProductsTable>, 'changed_in'>
export type NewPrice = Omit<Insertable<PricesTable>, 'changed_in'>
export type NewVisit = Omit<Insertable<VisitsTable>, 'changed_in'>

export async function insertProducts(tx: Tx, products: readonly NewProduct[]): Promise<void> {
  for (const part of parts(products)) await tx.insertInto('products').values(part).execute()
}

export async function insertPrices(tx: Tx, prices: readonly NewPrice[]): Promise<void> {
  for (const part of parts(prices)) await tx.insertInto('prices').values(part).execute()
}

export async function insertVisits(tx: Tx, visits: readonly NewVisit[]): Promise<void> {
  for (const part of parts(visits)) await tx.insertInto('visits').values(part).execute()
}

/** A statement accepts at most 65,535 values. */
function parts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / 2000) }, (_, part) => rows.slice(part * 2000, (part + 1) * 2000))
}
