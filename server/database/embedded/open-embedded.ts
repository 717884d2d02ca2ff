import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import type { BaseLogger } from 'pino'
import { DatabaseRefusal } from '../refusal.ts'
import { prepareDataFolder, role } from './data-folder.ts'
import { findOsAccount } from './os-account.ts'
import {
  type Cluster,
  connectionTo,
  connectWhenReady,
  findPostmaster,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts'
import { findRuntime } from './runtime.ts'
import { prepareSocketFolder } from './socket-folder.ts'

export type EmbeddedOptions = {
  dataDir: string
  /** Refuses where another Fieldkey runs on the folder; else joins it. */
  exclusive: boolean
  log: Pick<BaseLogger, 'warn' | 'error'>
  settings?: readonly string[]
}

export type Embedded = { connection: ReturnType<typeof connectionTo>; close(): Promise<void> }

/** Held by the one process that starts, watches and stops the server of a data folder. Any number will do. */
const ownerLock = 7_305_419
const lockPatienceMs = 2_000

/**
 * Opens the PostgreSQL server of a data folder: starts it, or takes over one whose Fieldkey was killed. While it is open,
 * a server that dies is started again.
 */
export async function openEmbedded({ dataDir, exclusive, log, settings = [] }: EmbeddedOptions): Promise<Embedded> {
  const cluster = await prepareCluster(dataDir, settings)
  const connection = connectionTo(cluster, role)
  if (!exclusive && findPostmaster(cluster) !== undefined) {
    const guest = await connectWhenReady(cluster)
    await guest?.end()
    if (guest) return { connection, close: async () => {} }
  }
  const owner = await own(cluster)
  await createDatabase(owner)
  const watch = watchOver(cluster, owner, log)
  return {
    connection,
    close: async () => {
      await watch.stop()
      await stopPostmaster(cluster)
    },
  }
}

async function prepareCluster(dataDir: string, settings: readonly string[]): Promise<Cluster> {
  mkdirSync(dataDir, { recursive: true })
  const folder = join(dataDir, 'postgres')
  const account = findOsAccount()
  const runtime = findRuntime(account)
  await prepareDataFolder(folder, runtime, account)
  const socketFolder = prepareSocketFolder(folder, account)
  return { folder, socketFolder, logFile: join(dataDir, 'postgres.log'), runtime, account, settings }
}

/** Makes sure that the server runs and that we are the only ones who look after it. */
async function own(cluster: Cluster): Promise<Client> {
  if (findPostmaster(cluster) === undefined) startPostmaster(cluster)
  const client = await connectWhenReady(cluster)
  if (!client) throw new Error(`PostgreSQL did not start: see ${cluster.logFile}`)
  // Whoever was killed a moment ago may not have been noticed yet.
  const end = performance.now() + lockPatienceMs
  while (!(await tryLock(client))) {
    if (performance.now() > end) {
      await client.end()
      throw new DatabaseRefusal(
        `Another Fieldkey runs on ${cluster.folder}: stop it first, or give this one another DATA_DIR`,
      )
    }
    await wait(100)
  }
  return client
}

async function tryLock(client: Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [ownerLock])
  return rows[0].taken
}

async function createDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [role])
  if (rowCount === 0) await client.query(`create database ${role}`)
}

/** The owner's connection ends when the server does: then it is started again, ever more patiently. */
function watchOver(cluster: Cluster, first: Client, log: EmbeddedOptions['log']): { stop(): Promise<void> } {
  let client = first
  let isStopped = false
  let bringing = Promise.resolve()

  const bringBack = async () => {
    for (let seconds = 0.2; !isStopped; seconds = Math.min(seconds * 2, 30)) {
      try {
        client = await own(cluster)
        listen()
        log.warn('PostgreSQL runs again')
        return
      } catch (fault) {
        log.error({ err: fault }, 'PostgreSQL could not be started again yet')
        await wait(seconds * 1000)
      }
    }
  }
  const listen = () => {
    client.on('error', () => {})
    client.once('end', () => {
      if (isStopped) return
      log.warn('PostgreSQL has ended and is started again')
      bringing = bringBack()
    })
  }
  listen()
  return {
    stop: async () => {
      isStopped = true
      await bringing
      await client.end().catch(() => {})
    },
  }
}
