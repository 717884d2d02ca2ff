import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import type { BaseLogger } from 'pino'
import { readConnections } from './database-url.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { explainFault, isLackOfTls } from './explain-fault.ts'
import { closeIdle, openPool } from './open-pool.ts'
import { createPreparedPool } from './prepared-pool.ts'
import { requireUsable } from './require-usable.ts'
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

const mostConnections = 20
const mostRelaxed = 10

export async function openDatabase({ databaseUrl, ...embeddedOptions }: DatabaseOptions): Promise<OpenDatabase> {
  const { log } = embeddedOptions
  if (databaseUrl !== undefined) return openTheirs(databaseUrl, log)
  const embedded = await openEmbedded(embeddedOptions)
  const database = connect(embedded.connection, log)
  return {
    ...database,
    close: async () => {
      await database.close()
      await embedded.close()
    },
  }
}

/** The database of the operator: the first one of the connections that works, or a sentence about the cause. */
async function openTheirs(databaseUrl: string, log: DatabaseOptions['log']): Promise<OpenDatabase> {
  const connections = readConnections(databaseUrl)
  for (const [index, connectionString] of connections.entries()) {
    const database = connect({ connectionString }, log)
    try {
      await requireUsable(database.pool)
      return database
    } catch (fault) {
      await database.close()
      const isLast = index === connections.length - 1
      if (isLast || !isLackOfTls(fault)) throw explainFault(fault, databaseUrl)
    }
  }
  throw new Error('DATABASE_URL gave no connection')
}

function connect(connection: Connection, log: DatabaseOptions['log']): OpenDatabase {
  const pool = openPool({ ...connection, max: mostConnections, commits: 'lasting' }, log)
  const relaxedPool = openPool({ ...connection, max: mostRelaxed, commits: 'relaxed' }, log)
  const replaceIdle = () => {
    void closeIdle(pool)
    void closeIdle(relaxedPool)
  }
  const toDb = (of: Pool): Db =>
    new Kysely({ dialect: new PostgresDialect({ pool: createPreparedPool(of, replaceIdle) }) })
  const db = toDb(pool)
  const relaxed = { pool: relaxedPool, db: toDb(relaxedPool) }
  const close = async () => {
    await relaxed.db.destroy()
    await db.destroy()
  }
  return { db, pool, relaxed, connection, close }
}
