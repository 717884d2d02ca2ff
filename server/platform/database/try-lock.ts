import { sql } from 'kysely'
import type { Tx } from './tables.ts'

/** Takes a lock of this name until the transaction ends. False if another transaction, on any server, holds it. */
export async function tryLock(tx: Tx, name: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(hashtext(${name})) as held`.execute(tx)
  return rows[0]?.held === true
}
