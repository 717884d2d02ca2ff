import type { Tx } from '../../platform/database/tables.ts'

export type NewTarget = { accountId: string; month: string; amountCents: number; soldCents: number }

export async function insertTargets(tx: Tx, targets: readonly NewTarget[]): Promise<void> {
  if (targets.length === 0) return
  const rows = targets.map(({ accountId, month, amountCents, soldCents }) => ({
    account_id: accountId,
    month,
    amount_cents: String(amountCents),
    sold_cents: String(soldCents),
  }))
  await tx.insertInto('targets').values(rows).execute()
}

/** Counts an order towards the target of its month, if there is one. */
export async function addSold(tx: Tx, sold: { accountId: string; month: string; cents: number }): Promise<void> {
  await tx
    .updateTable('targets')
    .set(({ eb }) => ({ sold_cents: eb('sold_cents', '+', String(sold.cents)) }))
    .where('account_id', '=', sold.accountId)
    .where('month', '=', sold.month)
    .execute()
}
