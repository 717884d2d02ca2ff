import { sql } from 'kysely'
import type { Db } from '../../platform/database/tables.ts'

/** Whether an account still has the password hash of another system. */
export function createHasImported({ db }: { db: Db }) {
  return async function hasImported(): Promise<boolean> {
    const row = await db
      .selectFrom('accounts')
      .select('id')
      .where(sql<boolean>`password_hash like 'imported:%'`)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }
}
