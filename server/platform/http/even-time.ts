import { setTimeout as wait } from 'node:timers/promises'
import type { BaseLogger } from 'pino'

export type EvenTime = {
  milliseconds: number
  log: Pick<BaseLogger, 'warn'>
  /** For the log: which endpoint it is, never who called it. */
  door: string
}

/** What the log says about work that took longer. The benches count it. */
export const outranWords = 'an answer took longer than its even time'

/**
 * Answers no sooner than after the given time. A second line of defence (ASVS 6.3.8): the work is the same for every
 * username, and this time hides small differences. Work that takes longer is logged.
 */
export async function inEvenTime<T>({ milliseconds, log, door }: EvenTime, work: () => Promise<T>): Promise<T> {
  const timed = async () => {
    const start = performance.now()
    const result = await work()
    return { result, took: performance.now() - start }
  }
  const [{ result, took }] = await Promise.all([timed(), wait(milliseconds)])
  if (took > milliseconds) {
    log.warn({ door, milliseconds, took: Math.round(took) }, outranWords)
  }
  return result
}
