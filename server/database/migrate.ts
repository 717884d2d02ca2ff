import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { DatabaseRefusal } from './refusal.ts'
import type { Db } from './tables.ts'

const folder = join(import.meta.dirname, 'migrations')
const table = 'schema_migrations'

/** Brings the schema up to date: each numbered file runs once, under a lock that all servers share. */
export async function migrateToLatest(db: Db): Promise<void> {
  const migrations = readMigrations()
  await refuseNewerSchema(db, Object.keys(migrations))
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw new Error('The schema could not be brought up to date', { cause: error })
}

function readMigrations(): Record<string, Migration> {
  const files = readdirSync(folder).filter(file => file.endsWith('.sql'))
  return Object.fromEntries(files.map(file => [file.slice(0, -'.sql'.length), toMigration(join(folder, file))]))
}

function toMigration(path: string): Migration {
  return {
    up: async db => {
      await sql.raw(readFileSync(path, 'utf8')).execute(db)
    },
  }
}

/** Older code on a newer schema would write rows that the newer code does not expect. */
async function refuseNewerSchema(db: Db, known: readonly string[]): Promise<void> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass(${table}) is not null as found`.execute(db)
  if (!rows[0]?.found) return
  const { rows: done } = await sql<{ name: string }>`select name from ${sql.table(table)}`.execute(db)
  const unknown = done.find(({ name }) => !known.includes(name))
  if (!unknown) return
  throw new DatabaseRefusal(
    `The database has been used by a newer Fieldkey (its schema holds ${unknown.name}): start that one, or restore a backup from before it`,
  )
}
