import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../../server/platform/database/connect.ts'
import { openEmbedded } from '../../../server/platform/database/embedded/open-embedded.ts'
import { migrateToLatest } from '../../../server/platform/database/migrate.ts'
import { startJobs } from '../../../server/platform/jobs/jobs.ts'
import { mailQueue } from '../../../server/platform/jobs/queue-names.ts'
import { type TestCluster, urlOf } from './database-cluster.ts'

/**
 * A process that owns PostgreSQL clusters until its input ends: `node cluster-keeper.ts COUNT`. It prints the clusters as
 * one line of JSON.
 */
const log = { info: () => {}, warn: () => {}, error: console.error }
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=400']

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
    cluster: { host, port, user, template, dataDir },
    stop: async () => {
      await embedded.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The template contains the tables of the queue too: creating them for each test would take most of its time. */
async function prepareJobs(connectionString: string): Promise<void> {
  const jobs = await startJobs({ connection: { connectionString }, log, queues: [mailQueue], works: false })
  await jobs.stop()
}

const inputEnded = once(process.stdin.resume(), 'end')
// A runner that was killed no longer reads what is printed here.
process.stdout.on('error', () => {})
process.on('SIGTERM', () => process.stdin.destroy(new Error('stopped')))

const count = Number(process.argv[2])
const started = await Promise.all(Array.from({ length: count }, startTestCluster))
console.log(JSON.stringify(started.map(({ cluster }) => cluster)))
await inputEnded.catch(() => {})
await Promise.all(started.map(({ stop }) => stop()))
