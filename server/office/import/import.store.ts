import { type ExpressionBuilder, sql } from 'kysely'
import type { ImportKind, ImportState, RowVerdict } from '../../../shared/contract/import-lists.ts'
import type { ImportRowsTable } from '../../platform/database/import-tables.ts'
import { onePage, type PageQuery } from '../../platform/database/pages.ts'
import type { Database, Queryable, Tx } from '../../platform/database/tables.ts'
import type { Finding } from './findings.ts'
import type { Importer, ImportSettings } from './import-command.ts'
import type { FileRow } from './parse-rows.ts'

type NewImport = {
  kind: ImportKind
  fileName: string
  readAs: string
  header: readonly string[]
  fields: readonly (string | null)[]
  settings: ImportSettings
  rows: readonly FileRow[]
  authority: Importer
  at: Date
}

const toFields = (fields: readonly (string | null)[]) => fields.map(field => field ?? '')

export async function insertImport(tx: Tx, { authority, at, rows, ...file }: NewImport): Promise<string> {
  const { id } = await tx
    .insertInto('imports')
    .values({
      kind: file.kind,
      state: 'columns',
      file_name: file.fileName,
      read_as: file.readAs,
      header: [...file.header],
      fields: toFields(file.fields),
      settings: file.settings,
      row_count: rows.length,
      ordered_by: authority.actorAccountId,
      network: authority.network,
      device: authority.device,
      created_at: at,
      changed_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (let from = 0; from < rows.length; from += 2000) {
    await sql`insert into import_rows (import_id, place, cells)
      select ${id}::uuid, r.place, r.cells
      from jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + 2000))}::jsonb) as r (place integer, cells text[])
    `.execute(tx)
  }
  return id
}

export async function countImports(db: Queryable): Promise<number> {
  const counted = db.selectFrom('imports').select(({ fn }) => fn.countAll<string>().as('count'))
  return Number((await counted.executeTakeFirstOrThrow()).count)
}

const select = (db: Queryable) =>
  db.selectFrom('imports as i').innerJoin('accounts as a', 'a.id', 'i.ordered_by').selectAll('i').select('a.username')

export type ImportRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

export async function findImport(db: Queryable, id: string): Promise<ImportRow | undefined> {
  return select(db).where('i.id', '=', id).executeTakeFirst()
}

/** Locks the import until the transaction ends, so that the second of two concurrent commands sees the first. */
export async function lockImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  return select(tx).where('i.id', '=', id).forUpdate('i').executeTakeFirst()
}

const shown = 20

export async function listImportsOf(db: Queryable, kind: ImportKind): Promise<ImportRow[]> {
  return select(db).where('i.kind', '=', kind).orderBy('i.created_at', 'desc').limit(shown).execute()
}

export type ImportChange = {
  state: ImportState
  fields?: readonly (string | null)[]
  settings?: ImportSettings
  summary?: object | null
  failure?: string | null
  authority?: Importer
  done?: number
  at: Date
}

export async function updateImport(db: Queryable, id: string, change: ImportChange): Promise<void> {
  const { state, fields, settings, summary, failure, authority, done, at } = change
  await db
    .updateTable('imports')
    .set({
      state,
      changed_at: at,
      failure: failure ?? null,
      ...(fields && { fields: toFields(fields) }),
      ...(settings && { settings }),
      ...(summary !== undefined && { summary: summary as Record<string, unknown> | null }),
      ...(done !== undefined && { done_count: done }),
      ...(authority && {
        ordered_by: authority.actorAccountId,
        network: authority.network,
        device: authority.device,
        attempts: 0,
        done_count: 0,
      }),
    })
    .where('id', '=', id)
    .execute()
}

/** Saves the progress outside the working transaction, so that the screens can show it. */
export async function reportDone(db: Queryable, id: string, done: number): Promise<void> {
  await db.updateTable('imports').set({ done_count: done }).where('id', '=', id).execute()
}

export async function countAttempt(db: Queryable, id: string): Promise<number> {
  const row = await db
    .updateTable('imports')
    .set(eb => ({ attempts: eb('attempts', '+', 1), done_count: 0 }))
    .where('id', '=', id)
    .returning('attempts')
    .executeTakeFirstOrThrow()
  return row.attempts
}

export async function deleteImport(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('imports').where('id', '=', id).execute()
}

/** Deletes imports last changed before this time, except those being checked or run. */
export async function deleteImportsBefore(db: Queryable, before: Date): Promise<void> {
  await db
    .deleteFrom('imports')
    .where('changed_at', '<', before)
    .where('state', 'not in', ['checking', 'running'])
    .execute()
}

export async function findWaitingImport(db: Queryable): Promise<string | undefined> {
  const row = await db
    .selectFrom('imports')
    .select('id')
    .where('state', 'in', ['checking', 'running'])
    .orderBy('changed_at')
    .limit(1)
    .executeTakeFirst()
  return row?.id
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
  accountId?: string | undefined
  invitation?: ImportRowsTable['invitation']
}

export async function saveOutcomes(tx: Tx, importId: string, outcomes: readonly RowOutcome[]): Promise<void> {
  await sql`update import_rows as t set verdict = r.verdict, findings = r.findings, account_id = r."accountId",
      invitation = r.invitation
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as r (place integer, verdict text, findings jsonb,
      "accountId" uuid, invitation text)
    where t.import_id = ${importId}::uuid and t.place = r.place`.execute(tx)
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

/** Queues the invitations in the name of this administrator and returns how many. */
export async function startInvitations(tx: Tx, importId: string, authority: Importer): Promise<number> {
  const { actorAccountId, network, device } = authority
  await tx
    .updateTable('imports')
    .set({ ordered_by: actorAccountId, network, device })
    .where('id', '=', importId)
    .execute()
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
