import { sql } from 'kysely'
import type { RowProblem } from '../../../shared/contract/integration.ts'
import type { Queryable } from '../../platform/database/tables.ts'

export type NamedRep = { id: string; territoryIds: string[] }

/** Reps (`device` and `dual` users) by their username key, with the territories that they sell in. */
export async function findRepsByUsername(db: Queryable, keys: readonly string[]): Promise<Map<string, NamedRep>> {
  const rows = await db
    .selectFrom('accounts as a')
    .innerJoin('users as u', 'u.account_id', 'a.id')
    .select([
      'a.id',
      'a.username_key',
      sql<string[]>`array(select t.territory_id::text from user_territories t where t.account_id = a.id)`.as(
        'territoryIds',
      ),
    ])
    .where('u.user_type', 'in', ['device', 'dual'])
    .where('a.username_key', '=', sql<string>`any(${[...new Set(keys)]})`)
    .execute()
  return new Map(rows.map(({ username_key, ...rep }) => [username_key, rep]))
}

export const unknownRep = (username: string): RowProblem => ({
  field: 'username',
  message: `There is no rep with the username ${username}. A rep is a user of the type device or dual.`,
})
