import { sql } from 'kysely'
import type { VisitToWrite } from '../../../shared/contract/trade-rows.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import type { ExportedRow, RowPage } from '../../platform/rows/row-page.ts'

/** Visits as another system would write them: those that their reps see, to open retailers of their territories. */
export async function listVisitRows(
  db: Queryable,
  { after, most }: RowPage,
): Promise<ExportedRow<Partial<Record<keyof VisitToWrite, string | null>> & { at: string }>[]> {
  const rows = await db
    .selectFrom('visits as v')
    .innerJoin('accounts as a', 'a.id', 'v.account_id')
    .innerJoin('retailers as r', 'r.id', 'v.retailer_id')
    .select(['v.id as cursor', 'v.reference', 'a.username', 'r.account_number as accountNumber', 'v.at', 'v.note'])
    .where('r.is_active', '=', true)
    .where(
      sql<boolean>`exists (select from user_territories t where t.account_id = v.account_id
        and t.territory_id = r.territory_id)`,
    )
    .$if(after !== undefined, found => found.where('v.id', '>', after ?? ''))
    .orderBy('v.id')
    .limit(most)
    .execute()
  return rows.map(row => ({ ...row, at: row.at.toISOString() }))
}
