import { expect, it } from 'vitest'
import type { Result } from './round.ts'
import { createScheduler, type Finished } from './scheduler.ts'

/** Each round waits until the test ends it. */
function createRounds() {
  const open: ((result: Result) => void)[] = []
  const finished: Finished[] = []
  const { syncNow } = createScheduler({
    clock: { now: () => 1000 },
    round: () => new Promise(resolve => open.push(resolve)),
    onFinished: async one => void finished.push(one),
    hasUnsent: () => false,
  })
  const end = async (result: Result) => {
    open.at(-1)?.(result)
    await new Promise(resolve => setImmediate(resolve))
  }
  return { syncNow, open, finished, end }
}

it('runs one round at a time, and one more after a request during a round', async () => {
  const { syncNow, open, end } = createRounds()
  const requests = [syncNow(), syncNow(), syncNow()]
  expect(open).toHaveLength(1)
  await end('session-ended')
  expect(await Promise.all(requests)).toEqual(['session-ended', 'session-ended', 'session-ended'])
  expect(open).toHaveLength(2)
  await end('session-ended')
  expect(open).toHaveLength(2)
})

it('waits longer after each failure, and plans no further round after the end of a session', async () => {
  const { syncNow, finished, end } = createRounds()
  for (const result of ['no-connection', 'no-connection', 'complete', 'session-ended'] as const) {
    const done = syncNow()
    await end(result)
    await done
  }
  expect(finished.map(({ nextTryAt }) => nextTryAt && nextTryAt - 1000)).toEqual([5000, 10_000, 300_000, null])
})
