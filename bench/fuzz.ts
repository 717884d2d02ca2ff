import { randomBytes, randomInt } from 'node:crypto'
import { startTestClusters } from '../tests/support/databases/database-cluster.ts'
import { watchRoutes } from '../tests/support/fuzz/routes.ts'
import { runFuzz } from '../tests/support/fuzz/run-fuzz.ts'
import { startTestApp } from '../tests/support/servers/app.ts'
import { printFigures } from './figures.ts'

const usualSteps = 5_000

/** Odd requests to every route. `bench fuzz [STEPS [SEED]]`: the same two numbers send the same requests. */
export async function benchFuzz([steps = usualSteps, seed = randomInt(2 ** 32)]: readonly number[]): Promise<void> {
  console.log(`Fuzz: ${steps} steps, seed ${seed}`)
  const { clusters, stop } = await startTestClusters(1)
  const [cluster] = clusters
  if (!cluster) throw new Error('No PostgreSQL was started')
  const bounceKey = randomBytes(32)
  const env = { BOUNCE_KEY: bounceKey.toString('hex') }
  const watched = await watchRoutes(() => startTestApp({ cluster, env }))
  try {
    const { findings, statuses } = await runFuzz(watched, { seed, steps, bounceKey })
    for (const finding of findings) console.log(JSON.stringify(finding))
    const counts = Object.entries(statuses).map(([status, count]) => `${status}: ${count}`)
    console.log(`Answers by status: ${counts.join(', ')}`)
    const value = String(findings.length)
    printFigures('Fuzz', [{ name: 'requests that met a fault', value, aim: 'none', isReached: findings.length === 0 }])
  } finally {
    await watched.app.stop()
    await stop()
  }
}
