import type { Insertable } from 'kysely'
import type { VisitsTable } from '../../platform/database/field-tables.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Tx } from '../../platform/database/tables.ts'

export type NewVisit = Omit<Insertable<VisitsTable>, 'changed_in'>

export async function insertVisits(tx: Tx, visits: readonly NewVisit[]): Promise<void> {
  for (const part of inParts(visits)) await tx.insertInto('visits').values(part).execute()
}
