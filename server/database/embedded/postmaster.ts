import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { hereIn, writeAccess } from './data-folder.ts'
import type { OsAccount } from './os-account.ts'
import { program, type Runtime } from './runtime.ts'

export type Cluster = {
  folder: string
  socketFolder: string
  logFile: string
  runtime: Runtime
  account: OsAccount
  /** Further settings of PostgreSQL, such as `fsync=off` for tests. */
  settings: readonly string[]
}

/** The process that runs a cluster, whoever started it, and where it listens. */
export type Postmaster = { pid: number; socketFolder: string }

const lockFile = 'postmaster.pid'

/** Starts the server apart from our terminal, so that Ctrl-C reaches us alone and we stop it when our work has ended. */
export function startPostmaster({ folder, socketFolder, logFile, runtime, account, settings }: Cluster): ChildProcess {
  writeAccess(folder, account)
  removeForeignLock(folder)
  const all = ['listen_addresses=', listensIn(socketFolder), 'unix_socket_permissions=0700', ...settings]
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(program(runtime, 'postgres'), ['-D', hereIn, ...all.flatMap(setting => ['-c', setting])], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.on('error', () => {})
  child.unref()
  return child
}

const listensIn = (socketFolder: string) => `unix_socket_directories=${socketFolder}`

export function findPostmaster(folder: string): Postmaster | undefined {
  const named = readLock(folder)
  return named && isPostmaster(named) ? named : undefined
}

/** A number in the lock may belong to another process by now: after a reboot, or in a container that was started anew. */
function isPostmaster({ pid, socketFolder }: Postmaster): boolean {
  return readCommand(pid).includes(listensIn(socketFolder))
}

/** Empty where no process runs under the number, or one that waits for somebody to read its end. */
function readCommand(pid: number): string {
  if (process.platform !== 'linux') return spawnSync('ps', ['-o', 'command=', '-p', String(pid)]).stdout.toString()
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/**
 * PostgreSQL refuses to start while the number in its lock is that of any process, be it an ended one that nobody has
 * read the end of. Whether parts of a killed server still work on the data, it sees without the lock.
 */
function removeForeignLock(folder: string): void {
  const named = readLock(folder)
  if (!named || isPostmaster(named) || !isTaken(named.pid)) return
  rmSync(join(folder, lockFile), { force: true })
  rmSync(join(named.socketFolder, '.s.PGSQL.5432.lock'), { force: true })
}

function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (fault) {
    return !(fault instanceof Error && 'code' in fault && fault.code === 'ESRCH')
  }
}

/** Its first line is the number of the process, the fifth where it listens. */
function readLock(folder: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(folder, lockFile), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 && lines[4] ? { pid, socketFolder: lines[4] } : undefined
  } catch {
    return undefined
  }
}

/** A fast shutdown ends sessions and keeps what was committed. A server that does not listen to it is stopped harder. */
export async function stopPostmaster(folder: string): Promise<void> {
  const running = findPostmaster(folder)
  if (!running) return
  for (const [signal, patienceMs] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    process.kill(running.pid, signal)
    if (await hasEnded(running, patienceMs)) return
  }
}

async function hasEnded(postmaster: Postmaster, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (isPostmaster(postmaster)) {
    if (performance.now() > end) return false
    await wait(10)
  }
  return true
}
