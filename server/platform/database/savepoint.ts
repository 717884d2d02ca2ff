import { sql } from 'kysely'
import { DatabaseError } from 'pg'
import type { Tx } from './tables.ts'

export type Attempt<Done> = { kind: 'done'; value: Done } | { kind: 'failed'; fault: unknown }

/**
 * Connection, transaction, resource and operator faults: a retry may succeed, so the caller must not blame its input.
 */
const transient = /^(?:08|25|40|53|55|57|58)/

/**
 * Runs one part of a transaction. If the part fails, only its own changes are undone. Throws if the fault is the
 * database's own.
 */
export async function attempt<Done>(tx: Tx, run: () => Promise<Done>): Promise<Attempt<Done>> {
  await sql`savepoint attempt`.execute(tx)
  try {
    const value = await run()
    await sql`release savepoint attempt`.execute(tx)
    return { kind: 'done', value }
  } catch (fault) {
    if (fault instanceof DatabaseError && transient.test(fault.code ?? '')) throw fault
    // This also fails on a lost connection, and then reports it.
    await sql`rollback to savepoint attempt`.execute(tx)
    return { kind: 'failed', fault }
  }
}

/** Runs one part of a transaction to see its result, and undoes its changes. */
export async function undoing<Result>(tx: Tx, run: () => Promise<Result>): Promise<Result> {
  await sql`savepoint trial`.execute(tx)
  const result = await run()
  await sql`rollback to savepoint trial`.execute(tx)
  return result
}
