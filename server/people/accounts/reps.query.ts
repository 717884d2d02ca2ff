import { sql } from 'kysely'
import { foldedPatterns } from '../../platform/database/pages.ts'
import type { Queryable } from '../../platform/database/tables.ts'

const fullName = sql<string>`trim(a.given_name || ' ' || a.family_name)`

/** Users who use the app. */
export const reps = (db: Queryable) =>
  db
    .selectFrom('accounts as a')
    .innerJoin('users as u', 'u.account_id', 'a.id')
    .select(['a.id', 'a.username', fullName.as('fullName')])
    .where('u.user_type', 'in', ['device', 'dual'])
    .orderBy('a.family_name')
    .orderBy('a.given_name')
    .orderBy('a.id')

/** Active reps by any words of their name. */
export function repsLike(db: Queryable, search: string) {
  let found = reps(db).where('a.is_active', '=', true)
  for (const pattern of foldedPatterns(search)) found = found.where('a.search_text', 'like', pattern)
  return found
}

export function findRep(db: Queryable, id: string) {
  return reps(db).where('a.id', '=', id).executeTakeFirst()
}

/** Counts the reps among these ids. */
export async function countReps(db: Queryable, ids: readonly string[]): Promise<number> {
  return (await reps(db).where('a.id', 'in', ids).execute()).length
}
