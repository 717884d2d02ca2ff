import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { explainFault } from './explain-fault.ts'
import { DatabaseRefusal } from './refusal.ts'
import { rewriteNames } from './rewrite-names.ts'
import { listMigrations, newerWords, readSchemaState, schemaTable } from './schema-state.ts'
import type { Db } from './tables.ts'

const folder = join(import.meta.dirname, 'migrations')

/** Migrates the schema to the latest version: each numbered file runs once, under a lock that all servers share. */
export async function migrateToLatest(db: Db): Promise<void> {
  await refuseNewerSchema(db)
  const { error } = await createMigrator(db).migrateToLatest()
  if (error instanceof Error && 'code' in error && error.code === '42501') throw explainFault(error)
  if (error) throw new Error('The schema could not be brought up to date', { cause: error })
}

/** For tests of one migration, which begin with the schema before it. */
export function createMigrator(db: Db): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: async () => readMigrations() },
    migrationTableName: schemaTable,
    migrationLockTableName: `${schemaTable}_lock`,
  })
}

function readMigrations(): Record<string, Migration> {
  return Object.fromEntries(listMigrations().map(name => [name, toMigration(join(folder, `${name}.sql`))]))
}

/** Changes to existing rows that SQL alone can't express, in the same transaction as the file. */
const followUps: Record<string, (db: Kysely<unknown>) => Promise<void>> = { '027-names-compared.sql': rewriteNames }

function toMigration(path: string): Migration {
  return {
    up: async db => {
      await sql.raw(readFileSync(path, 'utf8')).execute(db)
      await followUps[basename(path)]?.(db)
    },
  }
}

/** Older code on a newer schema would write rows that the newer code does not expect. */
async function refuseNewerSchema(db: Db): Promise<void> {
  const state = await readSchemaState(db)
  if (state.kind === 'newer') throw new DatabaseRefusal(newerWords(state.unknown))
}
