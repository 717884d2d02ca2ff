import { type AliasedExpression, type ExpressionBuilder, sql } from 'kysely'
import type { AuditFilter } from '../../../shared/contract/audit.ts'
import { foldedPatterns } from '../../platform/database/pages.ts'
import type { Database, Queryable } from '../../platform/database/tables.ts'

export type AuditSearch = AuditFilter & { before?: string | undefined; size: number }

type Events = ExpressionBuilder<Database & { e: Database['audit_events'] }, 'e'>

/**
 * Texts from a closed list are inlined in the statement. Only then does the planner see that a partial index of some
 * actors is enough.
 */
function conditionsOf(eb: Events, { actor, action, from, until, before }: AuditSearch) {
  return [
    ...(actor ? [eb('e.actor', '=', sql.lit(actor))] : []),
    ...(action ? [eb('e.action', '=', action)] : []),
    ...(from ? [eb('e.at', '>=', new Date(from))] : []),
    ...(until ? [eb('e.at', '<', new Date(until))] : []),
    ...(before
      ? [sql<boolean>`(e.at, e.id) < ((select b.at from audit_events b where b.id = ${before}), ${before}::uuid)`]
      : []),
  ]
}

/** The newest rows of one kind, through an index in that order. */
function newest(db: Queryable, search: AuditSearch, side?: 'account' | 'actor') {
  return db
    .selectFrom('audit_events as e')
    .select(['e.id', 'e.at'])
    .where(eb => eb.and(conditionsOf(eb, search)))
    .$if(side === 'account', found => found.where('e.account_id', '=', search.person ?? null))
    .$if(side === 'actor', found =>
      found
        .where('e.actor_account_id', '=', search.person ?? null)
        .where(sql<boolean>`e.actor_account_id is distinct from e.account_id`),
    )
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(search.size + 1)
}

/** For a person, each side uses its own index, and no row comes from both. */
function find(db: Queryable, search: AuditSearch): AliasedExpression<{ id: string; at: Date }, 'found'> {
  if (search.person === undefined) return newest(db, search).as('found')
  const [concerned, done] = [newest(db, search, 'account').as('a'), newest(db, search, 'actor').as('b')]
  const both = db.selectFrom(concerned).selectAll().unionAll(db.selectFrom(done).selectAll())
  const sides = db.selectFrom(both.as('both')).select(['both.id', 'both.at'])
  return sides
    .orderBy('both.at', 'desc')
    .orderBy('both.id', 'desc')
    .limit(search.size + 1)
    .as('found')
}

/** One row more than the page, which shows whether there is a next page. */
export function auditRows(db: Queryable, search: AuditSearch) {
  return db
    .selectFrom(find(db, search))
    .innerJoin('audit_events as e', 'e.id', 'found.id')
    .leftJoin('accounts as by', 'by.id', 'e.actor_account_id')
    .leftJoin('contacts as by_contact', 'by_contact.account_id', 'by.id')
    .leftJoin('accounts as to', 'to.id', 'e.account_id')
    .leftJoin('contacts as to_contact', 'to_contact.account_id', 'to.id')
    .select([
      'e.id',
      'e.at',
      'e.action',
      'e.actor',
      'e.actor_account_id as by_id',
      'by.username as by_name',
      'by.kind as by_kind',
      'by_contact.retailer_id as by_retailer',
      'e.account_id as to_id',
      'to.username as to_name',
      'to.kind as to_kind',
      'to_contact.retailer_id as to_retailer',
      'e.network',
      'e.device',
      'e.details',
    ])
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
}

const mostPeople = 10

/** Finds accounts by parts of username and name, or one by its id. */
export function listPeople(db: Queryable, { search, id }: { search: string; id?: string | undefined }) {
  const patterns = foldedPatterns(search)
  return db
    .selectFrom('accounts')
    .select(['id', 'username', 'given_name', 'family_name'])
    .where(eb => (id ? eb('id', '=', id) : eb.and(patterns.map(pattern => eb('search_text', 'like', pattern)))))
    .orderBy('username_key')
    .limit(mostPeople)
    .execute()
}
