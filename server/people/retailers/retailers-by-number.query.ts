import { sql } from 'kysely'
import type { RowProblem } from '../../../shared/contract/integration.ts'
import type { Queryable } from '../../platform/database/tables.ts'

export type NumberedRetailer = { id: string; territoryId: string | null; isActive: boolean }

/** Retailers by their account number, open or closed. */
export async function findRetailersByNumber(
  db: Queryable,
  numbers: readonly string[],
): Promise<Map<string, NumberedRetailer>> {
  const rows = await db
    .selectFrom('retailers')
    .select(['id', 'account_number', 'territory_id', 'is_active'])
    .where('account_number', '=', sql<string>`any(${[...new Set(numbers)]})`)
    .execute()
  return new Map(
    rows.map(row => [row.account_number, { id: row.id, territoryId: row.territory_id, isActive: row.is_active }]),
  )
}

export const unknownRetailer = (accountNumber: string): RowProblem => ({
  field: 'accountNumber',
  message: `There is no retailer with the account number ${accountNumber}.`,
})
