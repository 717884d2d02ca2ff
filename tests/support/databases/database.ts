import { randomBytes } from 'node:crypto'
import { type OpenDatabase, openDatabase } from '../../../server/platform/database/connect.ts'
import { asOwner, clustersVariable, type TestCluster, urlOf } from './database-cluster.ts'

export type TestDatabase = Omit<OpenDatabase, 'close'> & { databaseUrl: string; drop(): Promise<void> }

const log = { warn: () => {}, error: console.error }

/** A database for one test, copied from the migrated template. */
export async function createTestDatabase(given?: TestCluster): Promise<TestDatabase> {
  const cluster = given ?? (await findCluster())
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(cluster, client =>
    client.query(`create database ${name} template ${cluster.template} strategy file_copy`),
  )
  const databaseUrl = urlOf(cluster, name)
  const { close, ...database } = await openDatabase({ databaseUrl, dataDir: '', exclusive: false, log })
  return {
    ...database,
    databaseUrl,
    drop: async () => {
      await close()
      await asOwner(cluster, client => client.query(`drop database ${name} with (force)`))
    },
  }
}

/** The cluster of this worker. Playwright and Vitest can't be loaded together: each defines its own `expect`. */
export async function findCluster(): Promise<TestCluster> {
  const { [clustersVariable]: ofJourneys, TEST_PARALLEL_INDEX, VITEST_POOL_ID } = process.env
  const clusters: TestCluster[] =
    ofJourneys === undefined ? (await import('vitest')).inject('clusters') : JSON.parse(ofJourneys)
  const place = ofJourneys === undefined ? Number(VITEST_POOL_ID) - 1 : Number(TEST_PARALLEL_INDEX)
  const cluster = clusters[place]
  if (!cluster) throw new Error(`There is no PostgreSQL for worker ${place}`)
  return cluster
}
