import type { Insertable } from 'kysely'
import type { ProductsTable } from '../../platform/database/field-tables.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Tx } from '../../platform/database/tables.ts'

export type NewProduct = Omit<Insertable<ProductsTable>, 'changed_in'>

export async function insertProducts(tx: Tx, products: readonly NewProduct[]): Promise<void> {
  for (const part of inParts(products)) await tx.insertInto('products').values(part).execute()
}
