import { systemClock } from '../../platform/clock.ts'
import { type OpenDatabase, openDatabase } from '../../platform/database/connect.ts'
import { requireCurrentSchema } from '../../platform/database/schema-state.ts'
import type { Ground } from '../../platform/ground.ts'
import { createLog } from '../../platform/log.ts'
import { type Config, readConfig } from '../../platform/settings/config.ts'
import type { Actions } from '../actions.ts'
import type { Terminal } from './terminal.ts'

type Open = { config: Config; database: OpenDatabase; log: ReturnType<typeof createLog> }

/**
 * Opens the database beside a server that may be running, and changes nothing in it: a newer checkout that migrates the
 * database of a running server stops that server from starting again.
 */
export async function withDatabase<T>({ env }: Terminal, run: (open: Open) => Promise<T>): Promise<T> {
  const config = readConfig(env, { mode: 'cli' })
  const { databaseUrl, dataDir } = config
  const log = createLog({ level: 'error' })
  const database = await openDatabase({ ...(databaseUrl && { databaseUrl }), dataDir, exclusive: false, log })
  try {
    await requireCurrentSchema(database.db)
    return await run({ config, database, log })
  } finally {
    await database.close()
  }
}

/** Runs one command beside a server that may be running: the server sends the mail that the command queues. */
export async function withGround<T>(
  terminal: Terminal,
  run: (actions: Actions, ground: Ground) => Promise<T>,
): Promise<T> {
  return withDatabase(terminal, async ({ config, database, log }) => {
    const [{ createActions }, { createGround }] = await Promise.all([
      import('../actions.ts'),
      import('../../platform/ground.ts'),
    ])
    const ground = await createGround({ config, clock: systemClock, log, database, works: false, migrates: false })
    try {
      return await run(createActions(ground), ground)
    } finally {
      await ground.jobs.stop()
    }
  })
}
