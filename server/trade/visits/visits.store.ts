import { type Insertable, sql } from 'kysely'
import type { VisitsTable } from '../../platform/database/field-tables.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Tx } from '../../platform/database/tables.ts'

export type NewVisit = Omit<Insertable<VisitsTable>, 'changed_in'>

export async function insertVisits(tx: Tx, visits: readonly NewVisit[]): Promise<void> {
  for (const part of inParts(visits)) await tx.insertInto('visits').values(part).execute()
}

type VisitPlace = { accountId: string; retailerId: string; at: string }
/** `id` is null for a new visit. `at` is ISO 8601 in UTC. */
export type SavedVisit = VisitPlace & { id: string | null; reference: string | null; note: string }

export const visitPlace = ({ accountId, retailerId, at }: VisitPlace): string => `${accountId} ${retailerId} ${at}`

type Wanted = { references: readonly string[]; places: readonly VisitPlace[] }

/** Visits by their reference, and those without one by `visitPlace`. Locked until the transaction ends. */
export async function lockVisits(tx: Tx, { references, places }: Wanted): Promise<Map<string, SavedVisit>> {
  const { rows } = await sql<SavedVisit & { at: Date }>`
    select v.id, v.reference, v.account_id as "accountId", v.retailer_id as "retailerId", v.at, v.note
    from visits v
    where v.reference = any(${references}) or (v.reference is null and (v.account_id, v.retailer_id, v.at) in (
      select k."accountId", k."retailerId", k.at
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as k ("accountId" uuid, "retailerId" uuid,
        at timestamptz)))
    order by v.id desc for update`.execute(tx)
  const visits = rows.map(row => ({ ...row, at: row.at.toISOString() }))
  return new Map(visits.map(visit => [visit.reference ?? visitPlace(visit), visit]))
}

export async function insertSavedVisits(tx: Tx, visits: readonly SavedVisit[]): Promise<void> {
  await sql`insert into visits (account_id, retailer_id, at, note, reference)
    select r."accountId", r."retailerId", r.at, r.note, r.reference
    from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as r ("accountId" uuid, "retailerId" uuid, at timestamptz,
      note text, reference text)`.execute(tx)
}

export async function updateVisits(tx: Tx, visits: readonly SavedVisit[]): Promise<void> {
  await sql`update visits v set account_id = r."accountId", retailer_id = r."retailerId", at = r.at, note = r.note
    from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as r (id uuid, "accountId" uuid, "retailerId" uuid,
      at timestamptz, note text)
    where v.id = r.id`.execute(tx)
}

/** One visit, locked until the transaction ends. */
export async function lockVisit(tx: Tx, id: string): Promise<(SavedVisit & { id: string }) | undefined> {
  const row = await tx.selectFrom('visits').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return undefined
  const { reference, account_id: accountId, retailer_id: retailerId, at, note } = row
  return { id, reference, accountId, retailerId, at: at.toISOString(), note }
}

export async function deleteVisit(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('visits').where('id', '=', id).execute()
}
