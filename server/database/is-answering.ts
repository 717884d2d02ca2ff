import { sql } from 'kysely'
import type { Db } from './tables.ts'

export async function isAnswering(db: Db): Promise<boolean> {
  await sql`select 1`.execute(db)
  return true
}
