import { setTimeout as wait } from 'node:timers/promises'
import type { BaseLogger } from 'pino'

export type EvenTime = {
  milliseconds: number
  log: Pick<BaseLogger, 'warn'>
  /** For the log: which door it is, never who asked. */
  door: string
}

/**
 * Answers no sooner than after the given time. A second line (ASVS 6.3.8): the work itself is the same for every
 * username, and small differences end within this time. The log says when the work took longer than that.
 */
export async function inEvenTime<T>({ milliseconds, log, door }: EvenTime, work: () => Promise<T>): Promise<T> {
  const timed = async () => {
    const start = performance.now()
    const result = await work()
    return { result, took: performance.now() - start }
  }
  const [{ result, took }] = await Promise.all([timed(), wait(milliseconds)])
  if (took > milliseconds) {
    log.warn({ door, milliseconds, took: Math.round(took) }, 'an answer took longer than its even time')
  }
  return result
}
