import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import type { TestCluster } from './database-cluster.ts'

const runner = `import { startTestClusters } from '${join(import.meta.dirname, 'database-cluster.ts')}'
  const { clusters } = await startTestClusters(1)
  console.log(JSON.stringify(clusters))
  setInterval(() => {}, 60_000)`

/** A process that starts a cluster as a test runner does, and never stops it. */
async function startRunner(): Promise<{ cluster: TestCluster; kill(): void }> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', runner], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { cluster: JSON.parse(line)[0], kill: () => void child.kill('SIGKILL') }
}

test('the PostgreSQL of a test runner that is killed stops, and its folders are removed', async () => {
  const { cluster, kill } = await startRunner()
  expect(existsSync(cluster.dataDir)).toBe(true)
  expect(existsSync(cluster.host)).toBe(true)
  kill()
  await expect.poll(() => existsSync(cluster.host)).toBe(false)
  await expect.poll(() => existsSync(cluster.dataDir)).toBe(false)
})
