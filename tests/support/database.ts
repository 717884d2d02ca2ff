import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type OpenDatabase, openDatabase } from '../../server/database/connect.ts'
import { asOwner, type TestCluster, urlOf } from './database-cluster.ts'

export type TestDatabase = Omit<OpenDatabase, 'close'> & { databaseUrl: string; drop(): Promise<void> }

const log = { warn: () => {}, error: console.error }

/** A database of a test's own, copied from the migrated template. */
export async function createTestDatabase(cluster: TestCluster = inject('cluster')): Promise<TestDatabase> {
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
