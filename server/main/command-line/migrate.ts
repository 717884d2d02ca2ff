import { systemClock } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/database/connect.ts'
import { migrateToLatest } from '../../platform/database/migrate.ts'
import { createGround } from '../../platform/ground.ts'
import { createLog } from '../../platform/log.ts'
import { readConfig } from '../../platform/settings/config.ts'
import type { Terminal } from './terminal.ts'

/** Brings the schemas of Fieldkey and its queue up to date. While a server runs, only the operator decides this. */
export async function migrate(terminal: Terminal): Promise<void> {
  const config = readConfig(terminal.env, { mode: 'cli' })
  const { databaseUrl, dataDir } = config
  const log = createLog({ level: 'error' })
  const database = await openDatabase({ ...(databaseUrl && { databaseUrl }), dataDir, exclusive: false, log })
  try {
    await migrateToLatest(database.db)
    const ground = await createGround({ config, clock: systemClock, log, database, works: false })
    await ground.jobs.stop()
  } finally {
    await database.close()
  }
  terminal.say('The schema is up to date.')
}
