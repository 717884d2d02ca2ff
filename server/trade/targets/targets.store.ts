import { sql } from 'kysely'
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

type TargetKey = { accountId: string; month: string }
/** `soldCents` is null for a new target that counts the orders of its month. */
export type SavedTarget = TargetKey & { amountCents: number; soldCents: number | null }

export const targetKey = ({ accountId, month }: TargetKey): string => `${accountId} ${month}`

/** The targets of these reps and months, locked until the transaction ends. */
export async function lockTargets(tx: Tx, keys: readonly TargetKey[]): Promise<Map<string, SavedTarget>> {
  const { rows } = await sql<SavedTarget>`
    select t.account_id as "accountId", t.month, t.amount_cents::float8 as "amountCents",
      t.sold_cents::float8 as "soldCents"
    from targets t
    join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k ("accountId" uuid, month text)
      on k."accountId" = t.account_id and k.month = t.month
    order by t.id for update of t`.execute(tx)
  return new Map(rows.map(row => [targetKey(row), row]))
}

/** Months are those of `addSold`: in UTC. */
export async function saveTargets(tx: Tx, targets: readonly SavedTarget[]): Promise<void> {
  await sql`insert into targets (account_id, month, amount_cents, sold_cents)
    select r."accountId", r.month, r."amountCents", coalesce(r."soldCents", (
      select sum(o.total_cents) from orders o
      where o.account_id = r."accountId" and o.kind = 'order' and o.status <> 'cancelled'
        and o.captured_at >= (r.month || '-01')::timestamp at time zone 'utc'
        and o.captured_at < ((r.month || '-01')::timestamp + interval '1 month') at time zone 'utc'), 0)
    from jsonb_to_recordset(${JSON.stringify(targets)}::jsonb) as r ("accountId" uuid, month text, "amountCents" bigint,
      "soldCents" bigint)
    on conflict (account_id, month) do update
      set amount_cents = excluded.amount_cents, sold_cents = excluded.sold_cents`.execute(tx)
}

export async function deleteTargets(tx: Tx, keys: readonly TargetKey[]): Promise<void> {
  await sql`delete from targets t
    using jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k ("accountId" uuid, month text)
    where k."accountId" = t.account_id and k.month = t.month`.execute(tx)
}
