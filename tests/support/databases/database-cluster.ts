import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'

/** A PostgreSQL with a migrated template, from which the database of each test is copied. */
export type TestCluster = { host: string; port: number; user: string; template: string; dataDir: string }

declare module 'vitest' {
  export interface ProvidedContext {
    clusters: TestCluster[]
  }
}

/** The variable in which the journeys find the clusters. */
export const clustersVariable = 'FIELDKEY_TEST_CLUSTERS'

type Clusters = { clusters: TestCluster[]; stop(): Promise<void> }

/**
 * One cluster for each worker. Transaction ids are shared by all databases of a cluster, so an open transaction of another
 * test would hide later commits from the next pull of the app (docs/decisions/017).
 *
 * A keeper outside of our terminal owns them. A runner that is killed closes the keeper's input like one that ends, so
 * no PostgreSQL outlives its runner.
 */
export async function startTestClusters(count: number): Promise<Clusters> {
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'cluster-keeper.ts'), String(count)], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(keeper, 'exit')
  for await (const line of createInterface({ input: keeper.stdout })) {
    return {
      clusters: JSON.parse(line),
      stop: async () => {
        keeper.stdin.end()
        await ended
      },
    }
  }
  throw new Error('PostgreSQL for the tests did not start')
}

export const urlOf = ({ host, user }: Pick<TestCluster, 'host' | 'port' | 'user'>, database: string) =>
  `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}`

export async function asOwner(cluster: TestCluster, run: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: urlOf(cluster, 'postgres') })
  await client.connect()
  await run(client).finally(() => client.end())
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { clusters, stop } = await startTestClusters(project.vitest.config.maxWorkers)
  project.provide('clusters', clusters)
  return stop
}
