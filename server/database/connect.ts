import { Kysely, PostgresDialect } from 'kysely'
import { Pool, type PoolConfig } from 'pg'
import type { BaseLogger } from 'pino'
import { openEmbedded } from './embedded/open-embedded.ts'
import { createPreparedPool } from './prepared-pool.ts'
import { DatabaseRefusal } from './refusal.ts'
import type { Db } from './tables.ts'

export type Connection = { connectionString: string } | { host: string; port: number; user: string; database: string }

export type OpenDatabase = {
  db: Db
  pool: Pool
  /**
   * The same database, whose commits do not wait for the disk: for what a crash of the database may lose, such as
   * counts, and for what is worth nothing until a later commit that does wait.
   */
  relaxed: { db: Db; pool: Pool }
  connection: Connection
  close(): Promise<void>
}

export type DatabaseOptions = {
  /** A PostgreSQL of the operator's. Without it, the embedded one under `dataDir` is started. */
  databaseUrl?: string
  dataDir: string
  /** Of an embedded one only: refuses where another Fieldkey runs on it. Servers beside each other share a DATABASE_URL. */
  exclusive: boolean
  log: Pick<BaseLogger, 'warn' | 'error'>
}

/** uuidv7() comes with 18. */
const oldestServer = 180_000
const mostConnections = 20
const mostRelaxed = 10

export async function openDatabase({ databaseUrl, ...embeddedOptions }: DatabaseOptions): Promise<OpenDatabase> {
  if (databaseUrl !== undefined) return connectTo(databaseUrl, embeddedOptions.log)
  const embedded = await openEmbedded(embeddedOptions)
  const database = await connect(embedded.connection, embeddedOptions.log)
  return {
    ...database,
    close: async () => {
      await database.close()
      await embedded.close()
    },
  }
}

async function connectTo(databaseUrl: string, log: DatabaseOptions['log']): Promise<OpenDatabase> {
  try {
    return await connect({ connectionString: databaseUrl }, log)
  } catch (cause) {
    if (cause instanceof DatabaseRefusal) throw cause
    throw new DatabaseRefusal(`DATABASE_URL leads to no database that can be used: ${tellWhy(cause)}`, { cause })
  }
}

/** A name that stands for several addresses has a fault for each. */
function tellWhy(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(tellWhy).join(', ')
  return cause instanceof Error ? cause.message : String(cause)
}

async function connect(connection: Connection, log: DatabaseOptions['log']): Promise<OpenDatabase> {
  const pool = openPool({ ...connection, max: mostConnections }, log)
  const relaxedPool = openPool({ ...connection, max: mostRelaxed, options: '-c synchronous_commit=off' }, log)
  const db = toDb(pool)
  const relaxed = { pool: relaxedPool, db: toDb(relaxedPool) }
  const close = async () => {
    await relaxed.db.destroy()
    await db.destroy()
  }
  try {
    await requireVersion(pool)
  } catch (fault) {
    await close()
    throw fault
  }
  return { db, pool, relaxed, connection, close }
}

function openPool(config: PoolConfig, log: DatabaseOptions['log']): Pool {
  const pool = new Pool({
    ...config,
    application_name: 'fieldkey',
    connectionTimeoutMillis: 10_000,
    // No statement of ours takes longer: one that does has met a lock that nobody lets go of.
    statement_timeout: 60_000,
  })
  // A connection that dies at rest, or between two statements of a transaction, is told to its next use. Without
  // listeners it would end the process.
  pool.on('error', fault => log.warn({ err: fault }, 'a database connection was lost at rest'))
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

const toDb = (pool: Pool): Db => new Kysely({ dialect: new PostgresDialect({ pool: createPreparedPool(pool) }) })

async function requireVersion(pool: Pool): Promise<void> {
  const { rows } = await pool.query("select current_setting('server_version_num')::int as number")
  if (rows[0].number >= oldestServer) return
  throw new DatabaseRefusal('DATABASE_URL leads to a PostgreSQL older than 18: Fieldkey needs 18 or newer')
}
