import type { TargetToWrite } from '../../../shared/contract/trade-rows.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import type { ExportedRow, RowPage } from '../../platform/rows/row-page.ts'

/** Targets as another system would write them, without what was sold: orders change it at any time. */
export async function listTargetRows(
  db: Queryable,
  { after, most }: RowPage,
): Promise<ExportedRow<Omit<TargetToWrite, 'soldCents'>>[]> {
  const rows = await db
    .selectFrom('targets as t')
    .innerJoin('accounts as a', 'a.id', 't.account_id')
    .select(['t.id as cursor', 'a.username', 't.month', 't.amount_cents'])
    .$if(after !== undefined, found => found.where('t.id', '>', after ?? ''))
    .orderBy('t.id')
    .limit(most)
    .execute()
  return rows.map(({ amount_cents, ...row }) => ({ ...row, amountCents: Number(amount_cents) }))
}
