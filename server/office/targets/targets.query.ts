import { sql } from 'kysely'
import type { TargetQuery } from '../../../shared/contract/targets.ts'
import { repsLike } from '../../people/accounts/reps.query.ts'
import type { Queryable } from '../../platform/database/tables.ts'

type Place = { family_name: string; given_name: string; id: string }

export function findPlace(db: Queryable, id: string): Promise<Place | undefined> {
  return db.selectFrom('accounts').select(['family_name', 'given_name', 'id']).where('id', '=', id).executeTakeFirst()
}

/** Active reps by name after a place, and one more. */
export function repsAfter(db: Queryable, { search, size }: TargetQuery, after: Place | undefined) {
  const found = repsLike(db, search).limit(size + 1)
  if (!after) return found
  const { family_name, given_name, id } = after
  return found.where(sql<boolean>`(a.family_name, a.given_name, a.id) > (${family_name}, ${given_name}, ${id}::uuid)`)
}

export function targetsOfYear(db: Queryable, { repIds, year }: { repIds: readonly string[]; year: number }) {
  return db
    .selectFrom('targets')
    .select(['account_id', 'month', 'amount_cents', 'sold_cents'])
    .where('account_id', 'in', repIds)
    .where('month', '>=', `${year}-01`)
    .where('month', '<=', `${year}-12`)
    .orderBy('month')
    .execute()
}
