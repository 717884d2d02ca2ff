import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { DatabaseRefusal } from '../refusal.ts'
import { role } from './data-folder.ts'
import { type Cluster, findPostmaster, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts'
import { anotherRuns, unreachable } from './refusals.ts'

export const connectionTo = ({ socketFolder }: Pick<Cluster, 'socketFolder'>, database: string) => ({
  host: socketFolder,
  port: 5432,
  user: role,
  database,
})

/** A healthy server answers from its first moment on, even while it recovers from a crash. */
export const silenceMs = 15_000
const mostStarts = 3
/** The processes of a killed server end within moments and then release the lock on the folder. */
const lockPatienceMs = 5_000
/** The server is starting, stopping or recovering, or all its connections are taken. */
const busy = ['57P03', '53300']

export type Answer = Client | 'not-yet' | 'silent'

/** Connects to the server of a cluster. Starts it if none is running. An owner stops a server that does not answer. */
export async function connectWhenReady(cluster: Cluster, signal?: AbortSignal): Promise<[Client, Postmaster]> {
  const start = createStarter(cluster)
  let heardAt = performance.now()
  for (; ; await wait(20, undefined, { signal })) {
    const running = findPostmaster(cluster.folder)
    if (!running) {
      if (start()) heardAt = performance.now()
      continue
    }
    const answer = await askAt(running)
    if (answer instanceof Client) return [answer, running]
    if (answer === 'not-yet') heardAt = performance.now()
    if (performance.now() - heardAt <= silenceMs) continue
    if (!cluster.mayStop) throw new DatabaseRefusal(unreachable(cluster.folder, running))
    await stopPostmaster(cluster.folder)
  }
}

/** Starts the server unless a previous start is still running. Returns true if it started one. */
function createStarter(cluster: Cluster): () => boolean {
  const { folder, lock, logFile } = cluster
  const end = performance.now() + lockPatienceMs
  let child: ReturnType<typeof startPostmaster> | undefined
  let starts = 0
  return () => {
    if (child && !hasExited(child)) return false
    if (!lock.take()) {
      if (performance.now() < end) return false
      throw new DatabaseRefusal(anotherRuns(folder))
    }
    // Another server may still be stopping. Any other obstacle returns at the next attempt.
    if (starts === mostStarts) throw new DatabaseRefusal(`PostgreSQL does not start: ${readEnd(logFile)}`)
    starts += 1
    child = startPostmaster(cluster)
    return true
  }
}

export async function askAt(postmaster: Pick<Postmaster, 'socketFolder'>): Promise<Answer> {
  const client = new Client({ ...connectionTo(postmaster, 'postgres'), connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (fault) {
    await client.end().catch(() => {})
    if (!(fault instanceof DatabaseError)) return 'silent'
    if (busy.includes(fault.code ?? '')) return 'not-yet'
    throw fault
  }
}

const hasExited = ({ exitCode, signalCode, pid }: ReturnType<typeof startPostmaster>) =>
  pid === undefined || exitCode !== null || signalCode !== null

function readEnd(logFile: string): string {
  return `${logFile} ends with: ${readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join(' / ')}`
}
