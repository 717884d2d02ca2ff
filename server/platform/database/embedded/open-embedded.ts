import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import type { BaseLogger } from 'pino'
import { makeFolder } from '../../make-folder.ts'
import { DatabaseRefusal } from '../refusal.ts'
import { connectionTo, connectWhenReady } from './connect-when-ready.ts'
import { prepareDataFolder, role } from './data-folder.ts'
import { createFolderLock, type FolderLock } from './folder-lock.ts'
import { findRunning } from './join-running.ts'
import { findOsAccount, type OsAccount } from './os-account.ts'
import { type Cluster, type Postmaster, stopPostmaster } from './postmaster.ts'
import { anotherRuns } from './refusals.ts'
import { findRuntime } from './runtime.ts'
import { prepareSocketFolder, removeSocketFolder } from './socket-folder.ts'
import { watchServer } from './watch-server.ts'

export type EmbeddedOptions = {
  dataDir: string
  /** Refuses if another Fieldkey runs on the folder. Otherwise joins it. */
  exclusive: boolean
  log: Pick<BaseLogger, 'warn' | 'error'>
  settings?: readonly string[]
}

export type Embedded = { connection: ReturnType<typeof connectionTo>; close(): Promise<void> }

/** The owner of a server holds this too. Versions of Fieldkey without locks on the folder know only this one. */
const ownerLock = 7_305_419
const lockPatienceMs = 2_000
/** For sessions that are closing. */
const farewellPatienceMs = 1_000

/**
 * Opens the PostgreSQL server of a data folder: starts it, or takes over one whose Fieldkey was killed. While it is
 * open, a server that dies is restarted.
 */
export async function openEmbedded({ dataDir, exclusive, log, settings = [] }: EmbeddedOptions): Promise<Embedded> {
  makeFolder(dataDir)
  const folder = join(realpathSync(dataDir), 'postgres')
  const account = findOsAccount(folder)
  const joined = exclusive || !existsSync(folder) ? undefined : await findRunning(folder, account)
  if (joined) return guestOf(joined)
  const runtime = findRuntime(account)
  await prepareDataFolder({ folder, runtime, account, settings })
  const owner = createFolderLock({ folder, account, lock: 'owner' })
  const lock = createFolderLock({ folder, account, lock: 'server' })
  const release = () => {
    lock.release()
    owner.release()
  }
  try {
    const joinedLate = await takeOwnership(owner, { folder, account, exclusive })
    if (joinedLate) return guestOf(joinedLate)
    const socketFolder = prepareSocketFolder(folder, account)
    const logFile = join(dataDir, 'postgres.log')
    const cluster = { folder, socketFolder, logFile, runtime, account, settings, lock, mayStop: exclusive }
    return await ownServer(cluster, log, release)
  } catch (fault) {
    release()
    throw fault
  }
}

const guestOf = (running: Postmaster): Embedded => ({ connection: connectionTo(running, role), close: async () => {} })

type Ownable = { folder: string; account: OsAccount; exclusive: boolean }

/** A stopping owner keeps the lock until its server has stopped. A command joins an owner that has started. */
async function takeOwnership(
  owner: FolderLock,
  { folder, account, exclusive }: Ownable,
): Promise<Postmaster | undefined> {
  const end = performance.now() + lockPatienceMs
  while (!owner.take()) {
    const running = exclusive ? undefined : await findRunning(folder, account)
    if (running) return running
    if (performance.now() > end) throw new DatabaseRefusal(anotherRuns(folder))
    await wait(100)
  }
  return undefined
}

async function ownServer(prepared: Cluster, log: EmbeddedOptions['log'], release: () => void): Promise<Embedded> {
  const [first, { socketFolder }] = await own(prepared)
  // A server that was taken over may listen in another folder. A restart keeps that folder.
  const cluster = { ...prepared, socketFolder }
  await createDatabase(first)
  const watch = watchServer({ first, log, reopen: async signal => (await own(cluster, signal))[0] })
  return {
    connection: connectionTo(cluster, role),
    close: async () => {
      const lastOwner = await watch.stop()
      await untilAlone(lastOwner)
      await stopPostmaster(cluster.folder)
      // Not earlier: the next owner would meet a server that is stopping.
      await lastOwner.end().catch(() => {})
      removeSocketFolder(cluster.socketFolder)
      release()
    },
  }
}

/**
 * A pool calls itself closed before PostgreSQL has noticed. A session that the shutdown ends answers 57P01, which would
 * be a warning with a stack for each connection at every stop. What stays longer, such as a psql, ends with the server.
 */
async function untilAlone(owner: Client): Promise<void> {
  const end = performance.now() + farewellPatienceMs
  try {
    while (performance.now() < end && (await hasCompany(owner))) await wait(10)
  } catch {
    // The server has ended already.
  }
}

async function hasCompany(owner: Client): Promise<boolean> {
  const { rowCount } = await owner.query(
    "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
  )
  return rowCount !== 0
}

/** Makes sure that the server runs and that no other process manages it. */
async function own(cluster: Cluster, signal?: AbortSignal): ReturnType<typeof connectWhenReady> {
  const end = performance.now() + lockPatienceMs
  for (;;) {
    const [client, running] = await connectWhenReady(cluster, signal)
    if (await takeLock(client, end)) return [client, running]
    await client.end().catch(() => {})
    if (performance.now() < end) continue
    throw new DatabaseRefusal(anotherRuns(cluster.folder))
  }
}

/**
 * PostgreSQL may not yet have noticed that the previous owner was killed. An owner that is stopping stops its server
 * too.
 */
async function takeLock(client: Client, end: number): Promise<boolean> {
  try {
    do {
      const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [ownerLock])
      if (rows[0].taken) return true
      await wait(100)
    } while (performance.now() < end)
  } catch {
    // The server has ended: the caller restarts it.
  }
  return false
}

async function createDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [role])
  if (rowCount === 0) await client.query(`create database ${role}`)
}
