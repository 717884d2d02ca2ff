import { sql } from 'kysely'
import type { Db, Queryable } from './tables.ts'

/** Changes with every restore: a copy is another cluster, and a point-in-time recovery starts another timeline. */
const identityNow = sql<string>`(select s.system_identifier || '.' || c.timeline_id
  from pg_control_system() s, pg_control_checkpoint() c)`

/** The identity of the database that cursors refer to, and its oldest running transaction. */
export async function readHorizon(db: Queryable): Promise<{ identity: string; below: string }> {
  const { rows } = await sql<{ identity: string; below: string }>`select ${identityNow} as identity,
    pg_snapshot_xmin(pg_current_snapshot())::text as below`.execute(db)
  const [row] = rows
  if (!row) throw new Error('The database does not say which it is')
  return row
}

/**
 * Rows copied from another database carry its transaction ids, which may be far ahead of ours, so no app would receive
 * them. They get new stamps, once.
 */
export async function adoptDatabase(db: Db): Promise<void> {
  await db.transaction().execute(async tx => {
    await sql`lock table database_identity in share row exclusive mode`.execute(tx)
    const known = await tx.selectFrom('database_identity').select('identity').executeTakeFirst()
    const { identity } = await readHorizon(tx)
    if (known?.identity === identity) return
    await tx
      .insertInto('database_identity')
      .values({ identity })
      .onConflict(conflict => conflict.column('only_row').doUpdateSet({ identity }))
      .execute()
    if (known) await sql`select stamp_rows_anew()`.execute(tx)
  })
}
