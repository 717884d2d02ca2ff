import type { ExpressionBuilder } from 'kysely'
import type { HeldQuery } from '../../../shared/contract/held-items.ts'
import type { HeldState } from '../../../shared/contract/held-lists.ts'
import { readPage } from '../../platform/database/pages.ts'
import type { Database, Queryable } from '../../platform/database/tables.ts'

const heldOutcomes = ['rejected', 'released', 'dismissed'] as const

export function readHeldRows(db: Queryable, { state, ...page }: HeldQuery) {
  const rows = db
    .selectFrom('pushed_items as i')
    .innerJoin('accounts as a', 'a.id', 'i.account_id')
    .leftJoin('app_devices as d', join =>
      join.onRef('d.account_id', '=', 'i.account_id').onRef('d.device_id', '=', 'i.device_id'),
    )
    .select(['i.id', 'i.kind', 'i.outcome', 'i.payload', 'i.received_at', 'i.captured_at', 'i.discarded_at'])
    .select(['i.rejection_code', 'i.rejection_message', 'i.rejection_field', 'i.account_id'])
    .select(['a.username', 'a.given_name', 'a.family_name', 'd.name as device'])
    .where('i.outcome', 'in', heldOutcomes)
    .$if(state !== undefined, rows => rows.where(eb => isIn(eb, state ?? 'released')))
    .orderBy('i.received_at', 'desc')
    .orderBy('i.id', 'desc')
  return readPage(rows, page)
}

type Rows = ExpressionBuilder<Database & { i: Database['pushed_items'] }, 'i'>

function isIn(eb: Rows, state: HeldState) {
  if (state === 'released' || state === 'dismissed') return eb('i.outcome', '=', state)
  const isDiscarded = eb('i.discarded_at', state === 'discarded' ? 'is not' : 'is', null)
  return eb.and([eb('i.outcome', '=', 'rejected'), isDiscarded])
}

export async function countReleased(db: Queryable): Promise<number> {
  const { count } = await db
    .selectFrom('pushed_items')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('outcome', '=', 'released')
    .executeTakeFirstOrThrow()
  return Number(count)
}

type NamesById = Map<string, string>

export async function listNamesOf(
  db: Queryable,
  { table, ids }: { table: 'products' | 'retailers'; ids: readonly string[] },
): Promise<NamesById> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const mostDevices = 200

/** Devices that reported unsent items, or whose person can't sign in any more and may have unreported ones. */
export function listWaitingRows(db: Queryable) {
  return db
    .selectFrom('app_devices as d')
    .innerJoin('accounts as a', 'a.id', 'd.account_id')
    .innerJoin('users as u', 'u.account_id', 'a.id')
    .selectAll('d')
    .select(['a.username', 'a.given_name', 'a.family_name', 'a.is_active', 'a.compromised_at', 'a.locked_at'])
    .select('u.has_licence')
    .where(eb =>
      eb.or([
        eb('d.waiting_orders', '>', 0),
        eb('d.waiting_quotes', '>', 0),
        eb('d.waiting_notes', '>', 0),
        eb('d.waiting_others', '>', 0),
        eb('d.released_until', 'is not', null),
        eb('a.is_active', '=', false),
        eb('a.compromised_at', 'is not', null),
        eb('u.has_licence', '=', false),
      ]),
    )
    .orderBy('d.oldest_waiting_at')
    .orderBy('d.last_seen_at', 'desc')
    .limit(mostDevices)
    .execute()
}
