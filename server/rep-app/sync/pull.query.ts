import { type RawBuilder, sql } from 'kysely'
import type { Collection } from '../../../shared/contract/app-rows.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { type Scope, shapes } from './pull-shapes.query.ts'

/**
 * The row to continue after, the transaction to stop at, and the one from which rows that left the scope are reported.
 */
export type Span = { stamp: string; id: string; below: string; toldFrom: string; most: number }

/** A row as the JSON text to send. Null if the row is to be removed. */
export type PulledRow = { id: string; changed_in: string; row: string | null }

/**
 * The next rows in the order of their last change. All of them committed before `below`, so rows committed
 * later can't sort before rows already returned.
 */
export function nextRows(collection: Collection, scope: Scope, span: Span): RawBuilder<PulledRow> {
  const { from, key, isMine, row } = shapes[collection]
  const { stamp, id, below, toldFrom, most } = span
  const mine = isMine(scope)
  return sql<PulledRow>`
    (select ${key} as id, t.changed_in, case when ${mine} then (${row})::text end as row
      from ${from}
      where (t.changed_in, ${key}) > (${stamp}::bigint, ${id}::uuid) and t.changed_in < ${below}::bigint
        and ((${mine}) or t.changed_in >= ${toldFrom}::bigint)
      order by t.changed_in, ${key} limit ${most})
    union all
    (select t.id, t.changed_in, null from tombstones t
      where t.collection = ${collection} and (t.changed_in, t.id) > (${stamp}::bigint, ${id}::uuid)
        and t.changed_in < ${below}::bigint and t.changed_in >= ${toldFrom}::bigint
      order by t.changed_in, t.id limit ${most})
    order by changed_in, id limit ${most}`
}

export async function countRows(db: Queryable, collection: Collection, scope: Scope): Promise<number> {
  const { from, isMine } = shapes[collection]
  const { rows } = await sql<{ count: string }>`select count(*) from ${from} where ${isMine(scope)}`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** The price lists of the open retailers in these territories. */
export async function listPriceListsOf(db: Queryable, territoryIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('retailers')
    .select('price_list_id')
    .distinct()
    .where('territory_id', 'in', territoryIds)
    .where('is_active', '=', true)
    .where('price_list_id', 'is not', null)
    .execute()
  return rows.flatMap(({ price_list_id }) => price_list_id ?? [])
}

export async function listTerritoriesOf(db: Queryable, accountId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('user_territories as u')
    .innerJoin('territories as t', 't.id', 'u.territory_id')
    .select(['t.id', 't.name'])
    .where('u.account_id', '=', accountId)
    .orderBy('t.name')
    .execute()
}
