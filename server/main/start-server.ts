import type { AddressInfo } from 'node:net'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../platform/clock.ts'
import { openDatabase } from '../platform/database/connect.ts'
import { adoptDatabase } from '../platform/database/database-identity.store.ts'
import { migrateToLatest } from '../platform/database/migrate.ts'
import { requireCurrentSchema } from '../platform/database/schema-state.ts'
import { createGround, type Ground } from '../platform/ground.ts'
import { createSmtp } from '../platform/mail/smtp.ts'
import type { SmtpSettings } from '../platform/mail/smtp-settings.ts'
import type { HashParameters } from '../platform/passwords/password-hashing.ts'
import type { Config } from '../platform/settings/config.ts'
import { type Actions, createActions } from './actions.ts'
import { createServer } from './app.ts'
import { startWork } from './start-work.ts'

export type ServerToStart = {
  config: Config
  smtp: SmtpSettings
  clock: Clock
  log: FastifyBaseLogger
  mailboxUrl?: string | undefined
  busyFromMs?: number | undefined
  hashParameters?: HashParameters | undefined
  /** Runs when the schema exists and nothing listens yet: refuses a wrong database, fills an empty one. */
  prepare: (ground: Ground, actions: Actions) => Promise<void>
  /** False in a process that only works and does not listen. */
  listens?: boolean
  /** By default a listening process migrates, and a lone worker refuses a schema that isn't current. */
  migrates?: boolean
}

export type RunningServer = { port: number; stop(): Promise<void> }

/** Starts everything in order, and stops it in reverse: running requests and delivery attempts may finish. */
export async function startServer(options: ServerToStart): Promise<RunningServer> {
  const {
    config,
    smtp: smtpSettings,
    clock,
    log,
    mailboxUrl,
    busyFromMs,
    hashParameters,
    prepare,
    listens = true,
    migrates = listens,
  } = options
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const stopOne of stops.splice(0).reverse()) await stopOne()
  }
  try {
    const { databaseUrl, dataDir } = config
    const database = await openDatabase({ ...(databaseUrl && { databaseUrl }), dataDir, exclusive: true, log })
    stops.push(() => database.close())
    await (migrates ? migrateToLatest : requireCurrentSchema)(database.db)
    await adoptDatabase(database.db)
    const smtp = createSmtp(smtpSettings)
    stops.push(async () => smtp.close())
    const ground = await createGround({ config, clock, log, database, migrates, hashParameters })
    stops.push(() => ground.jobs.stop())
    const actions = createActions(ground)
    await prepare(ground, actions)
    let port = 0
    if (listens) {
      const http = await createServer(ground, actions, { mailboxUrl, busyFromMs })
      stops.push(() => http.close())
      await http.listen({ port: config.port, host: config.host })
      port = (http.server.address() as AddressInfo).port
    }
    // After the port: a server that is refused must not begin work that it has to finish before it can end.
    await startWork(ground, smtp)
    return { port, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}
