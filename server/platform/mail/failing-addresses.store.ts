import { sql } from 'kysely'
import type { Queryable, Tx } from '../database/tables.ts'

export type FailingAddress = {
  /** In the form that comparisons use, see `nameKey`. */
  address: string
  why: string
  at: Date
  /** When the mail server accepted the message that bounced. Null if it never did. */
  sentAt: Date | null
}

/**
 * Records that mail to the address bounced. Mail accepted after the bounced one still counts in the address's favour,
 * because a report may take days to arrive.
 */
export async function recordFailing(tx: Tx, { address, why, at, sentAt }: FailingAddress): Promise<void> {
  await tx
    .insertInto('failing_addresses')
    .values({ address, since: at, why, bounced_at: at, accepted_at: null })
    .onConflict(conflict =>
      conflict.column('address').doUpdateSet({
        why,
        bounced_at: at,
        accepted_at: sql<Date | null>`case when failing_addresses.accepted_at > ${sentAt}::timestamptz
          then failing_addresses.accepted_at end`,
      }),
    )
    .execute()
}

/**
 * Records that mail to the address (in compared form) was accepted. The first acceptance starts the day of observation.
 */
export async function noteAccepted(tx: Tx, { address, at }: { address: string; at: Date }): Promise<void> {
  await tx
    .updateTable('failing_addresses')
    .set({ accepted_at: at })
    .where('address', '=', address)
    .where('accepted_at', 'is', null)
    .execute()
}

/** Returns false if the address was not failing. */
export async function deleteFailing(tx: Tx, address: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('failing_addresses')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Lists addresses that have accepted mail since before `acceptedBefore` without a bounce. */
export async function listMended(tx: Tx, acceptedBefore: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom('failing_addresses')
    .select('address')
    .where('accepted_at', '<=', acceptedBefore)
    .forUpdate()
    .execute()
  return rows.map(row => row.address)
}

/** Deletes addresses that have received no mail for so long that nothing more will be learned (ASVS 14.2.7). */
export async function deleteFailingBefore(db: Queryable, before: Date): Promise<void> {
  await db.deleteFrom('failing_addresses').where('bounced_at', '<', before).execute()
}
