import type { FullConfig } from '@playwright/test'
import { clustersVariable, startTestClusters } from './database-cluster.ts'

/** The PostgreSQL of all journeys. Playwright hands its environment on to those who walk them, and nothing else. */
export default async function startJourneyClusters({ workers }: FullConfig): Promise<() => Promise<void>> {
  const { clusters, stop } = await startTestClusters(workers)
  process.env[clustersVariable] = JSON.stringify(clusters)
  return stop
}
