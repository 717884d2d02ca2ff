import type { FullConfig } from '@playwright/test'
import { clustersVariable, startTestClusters } from './database-cluster.ts'

/** Starts PostgreSQL for all journeys. Playwright passes only the environment on to its workers. */
export default async function startJourneyClusters({ workers }: FullConfig): Promise<() => Promise<void>> {
  const { clusters, stop } = await startTestClusters(workers)
  process.env[clustersVariable] = JSON.stringify(clusters)
  return stop
}
