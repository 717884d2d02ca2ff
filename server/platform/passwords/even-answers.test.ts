import { expect, test } from 'vitest'
import { createEvenAnswers, stepMs } from './even-answers.ts'

/** When an answer comes whose work takes so long. */
async function answeredAfter(workMs: number, hasImported: boolean): Promise<number> {
  let at = 1000
  const inEvenTime = createEvenAnswers({
    hasImported: async () => hasImported,
    now: () => at,
    sleep: async ms => {
      at += ms
    },
  })
  await inEvenTime(async () => {
    at += workMs
  })
  return at - 1000
}

test('answers quick and slow checks at the same moment while hashes of other systems are stored', async () => {
  const moments = await Promise.all([0.2, 30, 180, stepMs - 1].map(ms => answeredAfter(ms, true)))
  expect(new Set(moments)).toEqual(new Set([stepMs]))
  expect(await answeredAfter(stepMs + 20, true)).toBe(2 * stepMs)
})

test('answers without a delay once all passwords are hashed here', async () => {
  expect(await answeredAfter(30, false)).toBe(30)
})
