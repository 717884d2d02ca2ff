import { setTimeout as wait } from 'node:timers/promises'

/**
 * Answers no sooner than after the given time. Work that differs by a few milliseconds between a known and an unknown
 * username ends within it, so that the answer's time tells nothing (ASVS 6.3.8).
 */
export async function inEvenTime<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.all([work(), wait(milliseconds)])
  return result
}
