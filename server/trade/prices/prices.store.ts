import type { Insertable } from 'kysely'
import type { PricesTable } from '../../platform/database/field-tables.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Tx } from '../../platform/database/tables.ts'

export type NewPrice = Omit<Insertable<PricesTable>, 'changed_in'>

export async function insertPrices(tx: Tx, prices: readonly NewPrice[]): Promise<void> {
  for (const part of inParts(prices)) await tx.insertInto('prices').values(part).execute()
}
