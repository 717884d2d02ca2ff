import type { Insertable } from 'kysely'
import type { ListPricesTable } from '../../platform/database/field-tables.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Tx } from '../../platform/database/tables.ts'

export type NewListPrice = Omit<Insertable<ListPricesTable>, 'changed_in'>

/** Undefined if a price list has this name. */
export async function insertPriceList(tx: Tx, name: string): Promise<string | undefined> {
  const row = await tx
    .insertInto('price_lists')
    .values({ name })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function insertListPrices(tx: Tx, prices: readonly NewListPrice[]): Promise<void> {
  for (const part of inParts(prices)) await tx.insertInto('list_prices').values(part).execute()
}
