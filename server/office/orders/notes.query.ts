import { sql } from 'kysely'
import type { ChoicesQuery, NoteQuery } from '../../../shared/contract/orders.ts'
import { foldedPatterns, searchPatterns } from '../../platform/database/pages.ts'
import type { Queryable } from '../../platform/database/tables.ts'

type NoteRow = {
  id: string
  retailer_id: string
  retailer: string
  account_id: string
  by: string
  captured_at: Date
  text: string
}

const byName = sql`coalesce(nullif(trim(a.given_name || ' ' || a.family_name), ''), a.username)`

/** The newest notes of reps, one more than the page. */
export function notesPage({ search = '', retailer, rep, before, size }: NoteQuery) {
  const conditions = [
    sql`true`,
    ...searchPatterns(search).map(one => sql`lower(n.text) like ${one}`),
    ...(retailer ? [sql`n.retailer_id = ${retailer}::uuid`] : []),
    ...(rep ? [sql`n.account_id = ${rep}::uuid`] : []),
    ...(before
      ? [
          sql`(n.captured_at, n.id) < ((select b.captured_at from notes b where b.id = ${before}::uuid), ${before}::uuid)`,
        ]
      : []),
  ]
  return sql<NoteRow>`select n.id, n.retailer_id, r.name as retailer, n.account_id, ${byName} as by, n.captured_at, n.text
    from notes n join retailers r on r.id = n.retailer_id join accounts a on a.id = n.account_id
    where ${sql.join(conditions, sql` and `)} order by n.captured_at desc, n.id desc limit ${size + 1}`
}

const mostChoices = 10

/** Finds reps or retailers by parts of their names, inactive and closed ones too, or one by its id. */
export async function listChoices(db: Queryable, { of, search, id }: ChoicesQuery) {
  const [from, name, text] =
    of === 'rep'
      ? [sql`accounts a`, byName, sql`a.search_text`]
      : [sql`retailers a`, sql`a.name || ' (' || a.account_number || ')'`, sql`a.search_text`]
  const conditions = id ? [sql`a.id = ${id}::uuid`] : foldedPatterns(search).map(one => sql`${text} like ${one}`)
  const kind = of === 'rep' ? sql`a.kind = 'user'` : sql`true`
  const { rows } = await sql<{ id: string; name: string }>`select a.id, ${name} as name from ${from}
    where ${sql.join([kind, ...conditions], sql` and `)} order by name limit ${mostChoices}`.execute(db)
  return rows
}
