import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { hereIn, role } from './data-folder.ts'
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

/** Recovery after a crash may take its time. */
const patienceMs = 60_000

export const connectionTo = ({ socketFolder }: Pick<Cluster, 'socketFolder'>, database: string) => ({
  host: socketFolder,
  port: 5432,
  user: role,
  database,
})

/** Starts the server apart from our terminal, so that Ctrl-C reaches us alone and we stop it when our work has ended. */
export function startPostmaster({ folder, socketFolder, logFile, runtime, account, settings }: Cluster): void {
  const all = [
    'listen_addresses=',
    `unix_socket_directories=${socketFolder}`,
    'unix_socket_permissions=0700',
    ...settings,
  ]
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
}

/** The process that runs the cluster, whoever started it. */
export function findPostmaster({ folder }: Pick<Cluster, 'folder'>): number | undefined {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return pid > 0 && isAlive(pid) ? pid : undefined
}

/** A connection, once the server takes any; undefined where none comes up in time. */
export async function connectWhenReady(cluster: Cluster, milliseconds = patienceMs): Promise<Client | undefined> {
  const end = performance.now() + milliseconds
  do {
    const client = new Client(connectionTo(cluster, 'postgres'))
    try {
      await client.connect()
      return client
    } catch {
      await client.end().catch(() => {})
      await wait(25)
    }
  } while (performance.now() < end)
  return undefined
}

/** A fast shutdown: sessions are ended, what was committed is kept. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const pid = findPostmaster(cluster)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  if (await hasEnded(pid, 15_000)) return
  process.kill(pid, 'SIGQUIT')
  await hasEnded(pid, 5_000)
}

async function hasEnded(pid: number, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (isAlive(pid)) {
    if (performance.now() > end) return false
    await wait(20)
  }
  return true
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch {
    return false
  }
}

/** A child of a killed parent may wait for somebody to read its end. */
function isZombie(pid: number): boolean {
  const status = `/proc/${pid}/stat`
  return existsSync(status) && readFileSync(status, 'utf8').split(') ').at(-1)?.startsWith('Z') === true
}
