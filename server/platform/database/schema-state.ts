import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { DatabaseRefusal } from './refusal.ts'
import type { Db } from './tables.ts'

export const schemaTable = 'schema_migrations'

export type SchemaState =
  | { kind: 'current' }
  | { kind: 'empty' }
  /** `missing` is the first migration that has not run. */
  | { kind: 'older'; missing: string }
  /** `unknown` is a migration that this version does not have. */
  | { kind: 'newer'; unknown: string }

/** Compares the schema of a database with this version, and changes nothing. */
export async function readSchemaState(db: Db): Promise<SchemaState> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass(${schemaTable}) is not null as found`.execute(db)
  if (!rows[0]?.found) return { kind: 'empty' }
  const { rows: done } = await sql<{ name: string }>`select name from ${sql.table(schemaTable)}`.execute(db)
  const known = listMigrations()
  const unknown = done.find(({ name }) => !known.includes(name))
  if (unknown) return { kind: 'newer', unknown: unknown.name }
  const missing = known.find(name => !done.some(migration => migration.name === name))
  return missing === undefined ? { kind: 'current' } : { kind: 'older', missing }
}

/** For every command but `serve` and `migrate`. */
export async function requireCurrentSchema(db: Db): Promise<void> {
  const words = schemaWords(await readSchemaState(db))
  if (words !== undefined) throw new DatabaseRefusal(words)
}

export function schemaWords(state: SchemaState): string | undefined {
  switch (state.kind) {
    case 'current':
      return undefined
    case 'empty':
      return 'The database is empty: start "fieldkey serve", which creates the schema, and then repeat the command'
    case 'older':
      return `The schema of the database is older than this Fieldkey (${state.missing} has not run): use the version that the server runs, or upgrade with "fieldkey serve" or "fieldkey migrate"`
    case 'newer':
      return newerWords(state.unknown)
  }
}

export const newerWords = (unknown: string) =>
  `The database has been used by a newer Fieldkey (its schema holds ${unknown}): start that one, or restore a backup from before it`

/** The names of all migrations of this version, in order. */
export function listMigrations(): string[] {
  const files = readdirSync(join(import.meta.dirname, 'migrations')).filter(file => file.endsWith('.sql'))
  return files.map(file => file.slice(0, -'.sql'.length)).sort()
}
