import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { role } from './data-folder.ts'
import { type Cluster, findPostmaster, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts'

export const connectionTo = ({ socketFolder }: Pick<Cluster, 'socketFolder'>, database: string) => ({
  host: socketFolder,
  port: 5432,
  user: role,
  database,
})

/** A server that is well answers from its first moment on, also while it recovers from a crash. */
const silenceMs = 15_000
const mostStarts = 3
/** It starts, stops or recovers, or all its connections are taken. */
const busy = ['57P03', '53300']

type Answer = Client | 'not-yet' | 'silent'

/** Connects to the server of a cluster. Starts it where none runs, and stops one that does not answer. */
export async function connectWhenReady(cluster: Cluster, signal?: AbortSignal): Promise<[Client, Postmaster]> {
  let child: ReturnType<typeof startPostmaster> | undefined
  let heardAt = performance.now()
  for (let starts = 0; ; await wait(20, undefined, { signal })) {
    const running = findPostmaster(cluster.folder)
    if (!running && (!child || hasExited(child))) {
      // Another server may still be stopping; whatever else keeps it from starting does so again.
      if (starts === mostStarts) throw new Error(`PostgreSQL does not start: ${readEnd(cluster.logFile)}`)
      starts += 1
      child = startPostmaster(cluster)
      heardAt = performance.now()
    }
    if (!running) continue
    const answer = await askAt(running)
    if (answer instanceof Client) return [answer, running]
    if (answer === 'not-yet') heardAt = performance.now()
    if (performance.now() - heardAt > silenceMs) await stopPostmaster(cluster.folder)
  }
}

/** For a guest: nothing where nobody runs it, or it does not answer. */
export async function connectIfRunning(folder: string): Promise<[Client, Postmaster] | undefined> {
  const end = performance.now() + silenceMs
  do {
    const running = findPostmaster(folder)
    if (!running) return undefined
    const answer = await askAt(running)
    if (answer instanceof Client) return [answer, running]
    await wait(20)
  } while (performance.now() < end)
  return undefined
}

async function askAt(postmaster: Postmaster): Promise<Answer> {
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
