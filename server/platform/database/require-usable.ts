import type { Pool, PoolClient } from 'pg'
import { DatabaseRefusal } from './refusal.ts'

/** uuidv7() needs PostgreSQL 18. */
const oldestServer = 180_000

type DatabaseFacts = {
  number: number
  version: string
  encoding: string
  readOnly: boolean
  standby: boolean
  role: string
  database: string
  mayUseSchema: boolean
  mayCreateSchema: boolean
}

/** Refuses a database that would fail later, with a sentence that says what to change. */
export async function requireUsable(pool: Pool): Promise<void> {
  const { rows } = await pool.query<DatabaseFacts>(`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
      current_setting('server_encoding') as encoding, current_setting('transaction_read_only') = 'on' as "readOnly",
      pg_is_in_recovery() as standby, current_user as role, current_database() as database,
      to_regclass('schema_migrations') is not null
        or coalesce(has_schema_privilege(current_schema(), 'create'), false) as "mayUseSchema",
      to_regnamespace('jobs') is not null or has_database_privilege(current_database(), 'create') as "mayCreateSchema"`)
  const problem = rows[0] && findProblem(rows[0])
  if (problem) throw new DatabaseRefusal(`DATABASE_URL: ${problem}`)
  if (await sharesSessions(pool)) throw new DatabaseRefusal(`DATABASE_URL: ${transactionMode}`)
}

const transactionMode =
  'it leads to a connection pooler in transaction mode. Fieldkey needs sessions of its own for LISTEN, prepared statements and locks: set pool_mode=session in PgBouncer for this database, or name PostgreSQL itself'

function findProblem(facts: DatabaseFacts): string | undefined {
  const { number, version, encoding, readOnly, standby, role, database, mayUseSchema, mayCreateSchema } = facts
  if (number < oldestServer) return `it leads to PostgreSQL ${version}: Fieldkey needs 18 or newer`
  if (encoding !== 'UTF8') {
    return `the database ${database} has the encoding ${encoding}, which can't hold every name: create one with "create database ${database} encoding 'UTF8' template template0"`
  }
  if (standby) return 'it leads to a standby, which is read-only: name the primary server'
  if (readOnly)
    return `the database ${database} is read-only (default_transaction_read_only, or a disk that is full): make it writable`
  if (!mayUseSchema) {
    return `the role ${role} may not create tables: run "grant usage, create on schema public to ${role}" as the owner of the database ${database}`
  }
  if (!mayCreateSchema) {
    return `the role ${role} may not create the schema of the queue: run "grant create on database ${database} to ${role}" as the owner of the database`
  }
  return undefined
}

/**
 * A pooler in transaction mode lends one PostgreSQL session to many connections. It lends the most recently used one
 * first, or each in turn (server_round_robin). In both cases two of our connections share a session.
 */
async function sharesSessions(pool: Pool): Promise<boolean> {
  const [one, other] = await Promise.all([pool.connect(), pool.connect()])
  try {
    const session = await sessionOf(one)
    if ((await sessionOf(one)) !== session) return true
    return (await sessionOf(other)) === session || (await sessionOf(one)) !== session
  } finally {
    one.release()
    other.release()
  }
}

async function sessionOf(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid ?? 0
}
