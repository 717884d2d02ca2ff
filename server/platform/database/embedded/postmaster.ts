import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, constants, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { hereIn, writeAccess } from './data-folder.ts'
import type { FolderLock } from './folder-lock.ts'
import { identify, identitySetting } from './identity.ts'
import { openOwn } from './open-own.ts'
import type { OsAccount } from './os-account.ts'
import { program, type Runtime } from './runtime.ts'
import { socketFolderName } from './socket-folder.ts'

export type Cluster = {
  folder: string
  socketFolder: string
  logFile: string
  runtime: Runtime
  account: OsAccount
  lock: FolderLock
  /** False for a command beside a server: the command may start the server if none is running, and never stops one. */
  mayStop: boolean
  /** Further settings of PostgreSQL, such as `fsync=off` for tests. */
  settings: readonly string[]
}

/** The process that runs a cluster, even if another program started it, and where it listens. */
export type Postmaster = { pid: number; socketFolder: string }

const lockFile = 'postmaster.pid'

/**
 * Starts the server detached from our terminal: Ctrl-C reaches only us, and we stop the server when our work has ended.
 * The lock on the folder must be held, because the server inherits it.
 */
export function startPostmaster(cluster: Cluster): ChildProcess {
  const { folder, socketFolder, logFile, runtime, account, lock, settings } = cluster
  writeAccess(folder, account)
  removeForeignLock(cluster)
  const identity = `${identitySetting}=${identify(folder)}`
  const all = ['listen_addresses=', listensIn(socketFolder), 'unix_socket_permissions=0700', identity, ...settings]
  const log = openOwn(logFile, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT)
  const child = spawn(program(runtime, 'postgres'), ['-D', hereIn, ...all.flatMap(setting => ['-c', setting])], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log, lock.file()],
  })
  closeSync(log)
  child.on('error', () => {})
  child.unref()
  return child
}

const listensIn = (socketFolder: string) => `unix_socket_directories=${socketFolder}`

/** Finds the server that runs exactly this folder, as far as its process is visible here. */
export function findPostmaster(folder: string): Postmaster | undefined {
  const named = readLock(folder)
  return named && isPostmaster(named, folder) ? named : undefined
}

/**
 * The process number in the lock may be reused: after a reboot, in another container, or because the folder was copied
 * while the original ran.
 */
function isPostmaster({ pid, socketFolder }: Postmaster, folder: string): boolean {
  const command = readCommand(pid)
  if (!command.includes(listensIn(socketFolder))) return false
  const identity = new RegExp(`${identitySetting}=(\\d+:\\d+)`).exec(command)?.[1]
  return identity === undefined ? isNamedFor(folder, socketFolder) : identity === identify(folder)
}

/** Servers started by an earlier version don't carry the identity of their folder, but their socket's folder does. */
export const isNamedFor = (folder: string, socketFolder: string) => basename(socketFolder) === socketFolderName(folder)

/** Empty if no process has the number, or only a zombie has it. */
function readCommand(pid: number): string {
  if (process.platform !== 'linux') return spawnSync('ps', ['-o', 'command=', '-p', String(pid)]).stdout.toString()
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/**
 * PostgreSQL refuses to start while the number in its lock is that of any process, even a zombie. Only the holder of
 * the lock on the folder may call this.
 */
function removeForeignLock({ folder, socketFolder }: Cluster): void {
  const named = readLock(folder)
  if (!named || isPostmaster(named, folder) || !isTaken(named.pid)) return
  rmSync(join(folder, lockFile), { force: true })
  // Never in the folder that a copied lock names: the server of the original listens there.
  rmSync(join(socketFolder, '.s.PGSQL.5432.lock'), { force: true })
}

function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (fault) {
    return !(fault instanceof Error && 'code' in fault && fault.code === 'ESRCH')
  }
}

/** The first line is the process number, the fifth the folder where the server listens. */
export function readLock(folder: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(folder, lockFile), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 && lines[4] ? { pid, socketFolder: lines[4] } : undefined
  } catch {
    return undefined
  }
}

/** A fast shutdown ends sessions and keeps committed data. A server that ignores it is stopped more forcefully. */
export async function stopPostmaster(folder: string): Promise<void> {
  const running = findPostmaster(folder)
  if (!running) return
  for (const [signal, patienceMs] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    process.kill(running.pid, signal)
    if (await hasEnded(folder, running, patienceMs)) return
  }
}

async function hasEnded(folder: string, postmaster: Postmaster, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (isPostmaster(postmaster, folder)) {
    if (performance.now() > end) return false
    await wait(10)
  }
  return true
}
