import { type Actions, createActions } from '../actions.ts'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database/connect.ts'
import { migrateToLatest } from '../database/migrate.ts'
import { createGround, type Ground } from '../ground.ts'
import { createLog } from '../log.ts'
import type { Terminal } from './terminal.ts'

/** Runs one command beside a server that may be running: what it queues, that server hands over. */
export async function withGround<T>(
  { env }: Terminal,
  run: (actions: Actions, ground: Ground) => Promise<T>,
): Promise<T> {
  const config = readConfig(env, { mode: 'cli' })
  const { databaseUrl, dataDir } = config
  const log = createLog({ level: 'error' })
  const database = await openDatabase({ ...(databaseUrl && { databaseUrl }), dataDir, exclusive: false, log })
  try {
    await migrateToLatest(database.db)
    const ground = await createGround({ config, clock: systemClock, log, database, works: false })
    try {
      return await run(createActions(ground), ground)
    } finally {
      await ground.jobs.stop()
    }
  } finally {
    await database.close()
  }
}
