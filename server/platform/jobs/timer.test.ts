import { once } from 'node:events'
import { expect, test } from 'vitest'
import { startTimer } from './timer.ts'

test('scheduled work runs immediately and continues after a fault', async () => {
  const faults: unknown[] = []
  const { promise: ranTwice, resolve } = Promise.withResolvers<void>()
  let runs = 0
  const timer = startTimer({
    seconds: 0.001,
    run: async () => {
      runs += 1
      if (runs === 1) throw new Error('first')
      resolve()
    },
    onFault: fault => faults.push(fault),
  })
  await ranTwice
  await timer.stop()
  expect(faults).toEqual([new Error('first')])
})

test('stopping waits for the current run and starts no other', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  let finished = 0
  const timer = startTimer({
    seconds: 0,
    run: async () => {
      await gate
      finished += 1
    },
    onFault: () => {},
  })
  const stopped = timer.stop()
  open()
  await stopped
  expect(finished).toBe(1)
})

test('a run that lasts is told that the process stops, and to end for that reason is no fault', async () => {
  const faults: unknown[] = []
  const timer = startTimer({
    seconds: 3600,
    run: async stopping => {
      await once(stopping, 'abort')
      stopping.throwIfAborted()
    },
    onFault: fault => faults.push(fault),
  })
  await timer.stop()
  expect(faults).toEqual([])
})
