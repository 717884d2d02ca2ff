import type { Queryable } from '../database/tables.ts'
import type { SetUpFault } from './set-up-faults.ts'

export type SeenFault = SetUpFault & { seenAt: Date }

/** Keeps the newest request of each kind, because a wrong set-up shows in every request. */
export async function recordSetUpFault(db: Queryable, { seenAt, ...fault }: SeenFault): Promise<void> {
  const row = { ...fault, seen_at: seenAt }
  await db
    .insertInto('set_up_faults')
    .values(row)
    .onConflict(conflict => conflict.column('kind').doUpdateSet(row))
    .execute()
}

export async function listSetUpFaults(db: Queryable, { since }: { since: Date }): Promise<SeenFault[]> {
  const rows = await db.selectFrom('set_up_faults').selectAll().where('seen_at', '>', since).orderBy('kind').execute()
  return rows.map(({ seen_at, ...fault }) => ({ ...fault, seenAt: seen_at }))
}

/** A starting server has read its settings again. Faults that remain will show again. */
export async function forgetSetUpFaults(db: Queryable): Promise<void> {
  await db.deleteFrom('set_up_faults').execute()
}
