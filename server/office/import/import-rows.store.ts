import { type ExpressionBuilder, sql } from 'kysely'
import type { RowVerdict } from '../../../shared/contract/import-lists.ts'
import type { ImportRowsTable } from '../../platform/database/import-tables.ts'
import { onePage, type PageQuery } from '../../platform/database/pages.ts'
import type { Database, Queryable, Tx } from '../../platform/database/tables.ts'
import type { Finding } from './findings.ts'
import type { FileRow } from './parse-rows.ts'

export async function insertRows(db: Queryable, importId: string, rows: readonly FileRow[]): Promise<void> {
  await sql`insert into import_rows (import_id, place, cells)
    select ${importId}::uuid, r.place, r.cells
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (place integer, cells text[])`.execute(db)
}

export async function listFileRows(db: Queryable, importId: string, most?: number): Promise<FileRow[]> {
  return db
    .selectFrom('import_rows')
    .select(['place', 'cells'])
    .where('import_id', '=', importId)
    .orderBy('place')
    .$if(most !== undefined, rows => rows.limit(most ?? 0))
    .execute()
}

/** The next rows in the order of the file. The check reads all, the run those that the check accepted. */
export async function listNextRows(
  db: Queryable,
  { importId, after, most, isAccepted }: { importId: string; after: number; most: number; isAccepted: boolean },
): Promise<FileRow[]> {
  return db
    .selectFrom('import_rows')
    .select(['place', 'cells'])
    .where('import_id', '=', importId)
    .where('place', '>', after)
    .$if(isAccepted, rows => rows.where('verdict', 'in', ['add', 'update']))
    .orderBy('place')
    .limit(most)
    .execute()
}

/** The first row before `place` with each of these keys. */
export async function findEarlierKeys(
  db: Queryable,
  { importId, keys, before }: { importId: string; keys: readonly string[]; before: number },
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('import_rows')
    .select(({ fn }) => ['key', fn.min('place').as('place')])
    .where('import_id', '=', importId)
    .where('place', '<', before)
    .where('key', '=', sql<string>`any(${keys})`)
    .groupBy('key')
    .execute()
  return new Map(rows.map(({ key, place }) => [key ?? '', place]))
}

/** Which of these keys have a row that is refused. */
export async function listRefusedKeys(db: Queryable, importId: string, keys: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('import_rows')
    .select('key')
    .distinct()
    .where('import_id', '=', importId)
    .where('verdict', '=', 'refuse')
    .where('key', '=', sql<string>`any(${keys})`)
    .execute()
  return new Set(rows.flatMap(({ key }) => key ?? []))
}

export async function listRowsWithLetters(db: Queryable, importId: string): Promise<FileRow[]> {
  return db
    .selectFrom('import_rows')
    .select(['place', 'cells'])
    .where('import_id', '=', importId)
    .where(sql<boolean>`array_to_string(cells, ' ') ~ '[^ -~]'`)
    .orderBy('place')
    .limit(10)
    .execute()
}

export type RowOutcome = {
  place: number
  verdict: RowVerdict
  findings: readonly Finding[]
  key?: string | undefined
  accountId?: string | undefined
  invitation?: ImportRowsTable['invitation']
}

/** A row that has this outcome already isn't written again: a run repeats what the check said about almost every row. */
export async function saveOutcomes(tx: Tx, importId: string, outcomes: readonly RowOutcome[]): Promise<void> {
  await sql`update import_rows as t set verdict = r.verdict, findings = r.findings, key = r.key,
      account_id = r."accountId", invitation = r.invitation
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as r (place integer, verdict text, findings jsonb,
      key text, "accountId" uuid, invitation text)
    where t.import_id = ${importId}::uuid and t.place = r.place
      and (t.verdict, t.findings, t.key, t.account_id, t.invitation)
        is distinct from (r.verdict, r.findings, r.key, r."accountId", r.invitation)`.execute(tx)
}

/** Empties the encrypted hashes of an import that has ended: the accounts have them, or they are not needed any more. */
export async function forgetHashes(tx: Tx, importId: string): Promise<void> {
  await sql`update import_rows set cells = array(select case when c ~ '^sealed[.]' then '' else c end
      from unnest(cells) with ordinality as u (c, n) order by n)
    where import_id = ${importId}::uuid and exists (select from unnest(cells) as u (c) where c ~ '^sealed[.]')`.execute(
    tx,
  )
}

/** Counts the outcomes of all rows, up to `place` if it is given. */
export async function countOutcomes(db: Queryable, importId: string, place?: number) {
  const { rows } = await sql<{ add: number; update: number; leave: number; refuse: number; noted: number }>`
    select count(*) filter (where verdict = 'add')::int as add, count(*) filter (where verdict = 'update')::int as update,
      count(*) filter (where verdict = 'leave')::int as leave, count(*) filter (where verdict = 'refuse')::int as refuse,
      count(*) filter (where verdict <> 'refuse' and findings <> '[]')::int as noted
    from import_rows where import_id = ${importId}::uuid and place <= ${place ?? 2_147_483_647}`.execute(db)
  const [row] = rows
  if (!row) throw new Error('A count has one row')
  return row
}

/** The outcomes of the rows after `after`, in the order of the file. */
export async function listRowsAfter(
  db: Queryable,
  { importId, after, most }: { importId: string; after: number; most: number },
) {
  const rows = await db
    .selectFrom('import_rows')
    .select(['place', 'cells', 'verdict', 'findings'])
    .where('import_id', '=', importId)
    .where('place', '>', after)
    .where('verdict', 'is not', null)
    .orderBy('place')
    .limit(most)
    .execute()
  return rows.map(row => ({ ...row, findings: row.findings as unknown as readonly Finding[] }))
}

type Filter = { verdict?: RowVerdict | undefined; noted?: boolean | undefined }

export async function listRows(
  db: Queryable,
  { importId, verdict, noted, ...page }: Filter & PageQuery & { importId: string },
) {
  const isWanted = (eb: ExpressionBuilder<Database, 'import_rows'>) =>
    eb.and([
      eb('import_id', '=', importId),
      eb('verdict', 'is not', null),
      ...(verdict ? [eb('verdict', '=', verdict)] : []),
      ...(noted ? [eb('verdict', '!=', 'refuse'), sql<boolean>`findings <> '[]'`] : []),
    ])
  const found = db.selectFrom('import_rows').where(isWanted)
  const rows = await onePage(
    found.select(['place', 'cells', 'verdict', 'findings', 'invitation']).orderBy('place'),
    page,
  ).execute()
  const { total } = await found.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  return {
    rows: rows.map(row => ({ ...row, findings: row.findings as unknown as readonly Finding[] })),
    total: Number(total),
  }
}

export async function countInvitations(db: Queryable, importId: string) {
  const rows = await db
    .selectFrom('import_rows')
    .select(({ fn }) => ['invitation', fn.countAll<string>().as('count')])
    .where('import_id', '=', importId)
    .where('invitation', 'is not', null)
    .groupBy('invitation')
    .execute()
  const count = (of: string) => Number(rows.find(({ invitation }) => invitation === of)?.count ?? 0)
  return { possible: count('possible'), waiting: count('waiting'), asked: count('asked') }
}

/** Queues the invitations and returns how many. */
export async function startInvitations(tx: Tx, importId: string): Promise<number> {
  const rows = await tx
    .updateTable('import_rows')
    .set({ invitation: 'waiting' })
    .where('import_id', '=', importId)
    .where('invitation', '=', 'possible')
    .returning('place')
    .execute()
  return rows.length
}

/** Lists pending invitations with the administrator who requested them. */
export async function listWaitingInvitations(db: Queryable, most: number) {
  const rows = await db
    .selectFrom('import_rows as r')
    .innerJoin('imports as i', 'i.id', 'r.import_id')
    .select(['r.import_id', 'r.place', 'r.account_id', 'i.kind', 'i.ordered_by', 'i.network', 'i.device'])
    .where('r.invitation', '=', 'waiting')
    .where('r.account_id', 'is not', null)
    .orderBy('r.import_id')
    .orderBy('r.place')
    .limit(most)
    .execute()
  return rows.flatMap(({ import_id: importId, place, account_id: accountId, kind, ordered_by, network, device }) =>
    accountId === null ? [] : [{ importId, place, accountId, kind, by: { accountId: ordered_by, network, device } }],
  )
}

export async function markInvitation(
  db: Queryable,
  row: { importId: string; place: number; invitation: 'possible' | 'asked' },
): Promise<void> {
  await db
    .updateTable('import_rows')
    .set({ invitation: row.invitation })
    .where('import_id', '=', row.importId)
    .where('place', '=', row.place)
    .execute()
}
