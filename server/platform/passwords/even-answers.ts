import { setTimeout as wait } from 'node:timers/promises'

/** Longer than any hash that may be imported takes on a machine with a free core (imported/bounds.ts). */
export const stepMs = 500

type Needs = {
  /** Whether an account still has a hash of another system. */
  hasImported: () => Promise<boolean>
  now?: () => number
  sleep?: (ms: number) => Promise<unknown>
}

/**
 * Holds back the answer to a sign-in until the next half second, while hashes of other systems are stored. They take
 * another time than ours and than that of an unknown username, so a quick answer would tell which one it was.
 */
export function createEvenAnswers({ hasImported, now = () => performance.now(), sleep = wait }: Needs) {
  return async function inEvenTime<T>(work: () => Promise<T>): Promise<T> {
    const began = now()
    const [isNeeded, result] = await Promise.all([hasImported(), work()])
    if (isNeeded) await sleep(stepMs - ((now() - began) % stepMs))
    return result
  }
}

export type InEvenTime = ReturnType<typeof createEvenAnswers>
