import { HandleEmptyInListsPlugin, Kysely, PostgresDialect, replaceWithNoncontingentExpression } from 'kysely'
import type { Pool } from 'pg'
import type { BaseLogger } from 'pino'
import { readConnections } from './database-url.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { explainFault, isLackOfTls } from './explain-fault.ts'
import { closeIdle, openPool } from './open-pool.ts'
import { createPreparedPool } from './prepared-pool.ts'
import { requireUsable } from './require-usable.ts'
import type { Db } from './tables.ts'

/** `in ()` is a syntax error in PostgreSQL. An empty list matches no row. */
const emptyLists = new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })

export type Connection = { connectionString: string } | { host: string; port: number; user: string; database: string }

export type OpenDatabase = {
  db: Db
  pool: Pool
  /**
   * The same database with commits that do not wait for the disk. For data that may be lost in a crash of the database,
   * such as counts, and for data that is worthless until a later commit that does wait.
   */
  relaxed: { db: Db; pool: Pool }
  connection: Connection
  close(): Promise<void>
}

export type DatabaseOptions = {
  /** The operator's PostgreSQL. Without it, the embedded one under `dataDir` is started. */
  databaseUrl?: string
  dataDir: string
  /**
   * For an embedded database only: refuses if another Fieldkey runs on it. Several servers may share a DATABASE_URL.
   */
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

/** Opens the operator's database with the first connection that works. Otherwise throws a sentence about the cause. */
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
    new Kysely({ dialect: new PostgresDialect({ pool: createPreparedPool(of, replaceIdle) }), plugins: [emptyLists] })
  const db = toDb(pool)
  const relaxed = { pool: relaxedPool, db: toDb(relaxedPool) }
  const close = async () => {
    await relaxed.db.destroy()
    await db.destroy()
  }
  return { db, pool, relaxed, connection, close }
}
