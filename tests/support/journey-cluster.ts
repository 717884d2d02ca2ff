import { clusterVariable, startTestCluster } from './database-cluster.ts'

/** One PostgreSQL for all journeys. Playwright hands its environment on to those who walk them, and nothing else. */
export default async function startJourneyCluster(): Promise<() => Promise<void>> {
  const { cluster, stop } = await startTestCluster()
  process.env[clusterVariable] = JSON.stringify(cluster)
  return stop
}
