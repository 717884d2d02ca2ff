import type { ImportKind, ImportState } from '../../../shared/contract/import-lists.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'
import type { Importer, ImportSettings } from './import-command.ts'

type NewImport = {
  kind: ImportKind
  fileName: string
  readAs: string
  header: readonly string[]
  fields: readonly (string | null)[]
  settings: ImportSettings
  authority: Importer
  at: Date
}

const toFields = (fields: readonly (string | null)[]) => fields.map(field => field ?? '')

/** Its rows follow, some at a time, and no one sees it before `updateImport` says that all were read. */
export async function insertImport(db: Queryable, { authority, at, ...file }: NewImport): Promise<string> {
  const { id } = await db
    .insertInto('imports')
    .values({
      kind: file.kind,
      state: 'reading',
      file_name: file.fileName,
      read_as: file.readAs,
      header: [...file.header],
      fields: toFields(file.fields),
      settings: file.settings,
      row_count: 0,
      ordered_by: authority.actorAccountId,
      network: authority.network,
      device: authority.device,
      created_at: at,
      changed_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function countImports(db: Queryable): Promise<number> {
  const counted = db.selectFrom('imports').select(({ fn }) => fn.countAll<string>().as('count'))
  return Number((await counted.executeTakeFirstOrThrow()).count)
}

const select = (db: Queryable) =>
  db.selectFrom('imports as i').innerJoin('accounts as a', 'a.id', 'i.ordered_by').selectAll('i').select('a.username')

/** The latest command, in whose name invitations go out. */
export async function saveAuthority(tx: Tx, id: string, { actorAccountId, network, device }: Importer): Promise<void> {
  await tx.updateTable('imports').set({ ordered_by: actorAccountId, network, device }).where('id', '=', id).execute()
}

export type ImportRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

export async function findImport(db: Queryable, id: string): Promise<ImportRow | undefined> {
  return select(db).where('i.id', '=', id).where('i.state', '!=', 'reading').executeTakeFirst()
}

/** Locks the import until the transaction ends, so that the second of two concurrent commands sees the first. */
export async function lockImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  return select(tx).where('i.id', '=', id).where('i.state', '!=', 'reading').forUpdate('i').executeTakeFirst()
}

const shown = 20

export async function listImportsOf(db: Queryable, kind: ImportKind): Promise<ImportRow[]> {
  return select(db)
    .where('i.kind', '=', kind)
    .where('i.state', '!=', 'reading')
    .orderBy('i.created_at', 'desc')
    .limit(shown)
    .execute()
}

export type ImportChange = {
  state: ImportState
  fields?: readonly (string | null)[]
  settings?: ImportSettings
  summary?: object | null
  failure?: string | null
  authority?: Importer
  done?: number
  /** The row of a batch that was handled last; 0 to begin again. */
  donePlace?: number
  rowCount?: number
  at: Date
}

export async function updateImport(db: Queryable, id: string, change: ImportChange): Promise<void> {
  const { state, fields, settings, summary, failure, authority, done, donePlace, rowCount, at } = change
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
      ...(donePlace !== undefined && { done_place: donePlace }),
      ...(rowCount !== undefined && { row_count: rowCount }),
      ...(authority && {
        ordered_by: authority.actorAccountId,
        network: authority.network,
        device: authority.device,
        attempts: 0,
        done_count: 0,
        done_place: 0,
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

/** A batch is handled: the next one begins after this row. An attempt that got this far isn't counted. */
export async function saveProgress(tx: Tx, id: string, progress: { place: number; rows: number }): Promise<void> {
  await tx
    .updateTable('imports')
    .set(eb => ({ attempts: 0, done_place: progress.place, done_count: eb('done_count', '+', progress.rows) }))
    .where('id', '=', id)
    .execute()
}

/** Returns how often the next batch was begun, this time included. */
export async function countBatchAttempt(db: Queryable, id: string): Promise<number> {
  const row = await db
    .updateTable('imports')
    .set(eb => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .returning('attempts')
    .executeTakeFirst()
  return row?.attempts ?? 0
}

export async function deleteImport(db: Queryable, id: string): Promise<void> {
  await db.deleteFrom('imports').where('id', '=', id).execute()
}

/** Deletes imports last changed before this time, except those being checked or run. */
export async function deleteImportsBefore(db: Queryable, before: Date): Promise<void> {
  await db
    .deleteFrom('imports')
    .where('changed_at', '<', before)
    .where('state', 'not in', ['checking', 'running'])
    .execute()
}

/** Deletes files that a server began to read before this time and never finished. */
export async function deleteUnreadBefore(db: Queryable, before: Date): Promise<void> {
  await db.deleteFrom('imports').where('state', '=', 'reading').where('changed_at', '<', before).execute()
}

export async function findWaitingImport(db: Queryable): Promise<{ id: string; kind: ImportKind } | undefined> {
  return db
    .selectFrom('imports')
    .select(['id', 'kind'])
    .where('state', 'in', ['checking', 'running'])
    .orderBy('changed_at')
    .limit(1)
    .executeTakeFirst()
}
