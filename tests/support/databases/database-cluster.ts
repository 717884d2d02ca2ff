import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../../server/platform/database/connect.ts'
import { openEmbedded } from '../../../server/platform/database/embedded/open-embedded.ts'
import { migrateToLatest } from '../../../server/platform/database/migrate.ts'

/** A PostgreSQL with a migrated template, from which the database of each test is copied. */
export type TestCluster = { host: string; port: number; user: string; template: string }

declare module 'vitest' {
  export interface ProvidedContext {
    clusters: TestCluster[]
  }
}

/** The variable in which the journeys find the clusters. */
export const clustersVariable = 'FIELDKEY_TEST_CLUSTERS'

const log = { warn: () => {}, error: console.error }
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=400']

/**
 * One cluster for each worker. Transaction ids are shared by all databases of a cluster, so an open transaction of another
 * test would hide later commits from the next pull of the app (docs/decisions/017).
 */
export async function startTestClusters(count: number): Promise<{ clusters: TestCluster[]; stop(): Promise<void> }> {
  const started = await Promise.all(Array.from({ length: count }, startTestCluster))
  return {
    clusters: started.map(({ cluster }) => cluster),
    stop: async () => {
      await Promise.all(started.map(({ stop }) => stop()))
    },
  }
}

async function startTestCluster(): Promise<{ cluster: TestCluster; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fieldkey-tests-'))
  const embedded = await openEmbedded({ dataDir, exclusive: true, log, settings })
  const { host, port, user, database: template } = embedded.connection
  const databaseUrl = urlOf({ host, port, user }, template)
  const migrated = await openDatabase({ databaseUrl, dataDir, exclusive: false, log })
  await migrateToLatest(migrated.db)
  await migrated.close()
  await prepareJobs(databaseUrl)
  return {
    cluster: { host, port, user, template },
    stop: async () => {
      await embedded.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The template contains the tables of the queue too: creating them for each test would take most of its time. */
async function prepareJobs(connectionString: string): Promise<void> {
  const { startJobs } = await import('../../../server/platform/jobs/jobs.ts')
  const { mailQueue } = await import('../../../server/platform/jobs/queue-names.ts')
  const quiet = { info: () => {}, warn: () => {}, error: console.error }
  const jobs = await startJobs({ connection: { connectionString }, log: quiet, queues: [mailQueue], works: false })
  await jobs.stop()
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
