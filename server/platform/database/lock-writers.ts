import { sql } from 'kysely'
import type { Tx } from './tables.ts'

export type RowKindName =
  | 'products'
  | 'categories'
  | 'list prices'
  | 'prices'
  | 'retailers'
  | 'contacts'
  | 'targets'
  | 'visits'

/** Makes calls that write the same kind of row come one after the other, so that two of them can't add the same key. */
export async function lockWriters(tx: Tx, kind: RowKindName): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${sql.lit(`${kind} by key`)}))`.execute(tx)
}
