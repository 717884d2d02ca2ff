import { sql } from 'kysely'
import type { Db } from './tables.ts'

/** Updates the planner's statistics after thousands of rows were added. Autovacuum would need up to a minute. */
export async function refreshStatistics(db: Db): Promise<void> {
  await sql`analyze`.execute(db)
}
