import { expect, test } from 'vitest'
import { createQuietLog } from '../../../tests/support/servers/quiet-log.ts'
import { inEvenTime } from './even-time.ts'

test('6.3.8 logs which endpoint exceeded its even time, and never who called it', async () => {
  const { log, lines } = createQuietLog()
  const work = () => new Promise<string>(resolve => setImmediate(() => setImmediate(resolve, 'answer')))
  expect(await inEvenTime({ milliseconds: 0, log, door: '/reset' }, work)).toBe('answer')
  expect(lines).toHaveLength(1)
  expect(JSON.stringify(lines)).toContain('/reset')
})

test('logs nothing if the work was done in time', async () => {
  const { log, lines } = createQuietLog()
  await inEvenTime({ milliseconds: 1000, log, door: '/reset' }, async () => 'answer')
  expect(lines).toEqual([])
})
