import { sql } from 'kysely'
import type { Queryable, Tx } from '../database/tables.ts'

export type FailingAddress = {
  /** As it is compared, see `nameKey`. */
  address: string
  why: string
  at: Date
  /** When the message that came back had been accepted; null where it never was. */
  sentAt: Date | null
}

/**
 * A mail to the address has come back. What was accepted after that mail speaks for the address still: a report may
 * take days to come.
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

/** A mail to the address, as it is compared, was accepted: from the first one on the day runs. */
export async function noteAccepted(tx: Tx, { address, at }: { address: string; at: Date }): Promise<void> {
  await tx
    .updateTable('failing_addresses')
    .set({ accepted_at: at })
    .where('address', '=', address)
    .where('accepted_at', 'is', null)
    .execute()
}

/** False where the address was not failing. */
export async function deleteFailing(tx: Tx, address: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('failing_addresses')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Addresses that have taken mail since before `acceptedBefore` without one coming back. */
export async function listMended(tx: Tx, acceptedBefore: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom('failing_addresses')
    .select('address')
    .where('accepted_at', '<=', acceptedBefore)
    .forUpdate()
    .execute()
  return rows.map(row => row.address)
}

/** Nothing is learned any more of an address that nobody wrote to for so long (ASVS 14.2.7). */
export async function deleteFailingBefore(db: Queryable, before: Date): Promise<void> {
  await db.deleteFrom('failing_addresses').where('bounced_at', '<', before).execute()
}
