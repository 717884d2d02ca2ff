import { createHash } from 'node:crypto'

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const pick = <Thing>(next: () => number, things: readonly Thing[]): Thing => {
  const thing = things[Math.floor(next() * things.length)]
  if (thing === undefined) throw new Error('There is nothing to pick from')
  return thing
}

/** A whole number, both ends included. */
export const between = (next: () => number, from: number, to: number): number =>
  from + Math.floor(next() * (to - from + 1))

/** The same things in another order (Fisher and Yates). */
export function shuffle<Thing>(next: () => number, things: readonly Thing[]): Thing[] {
  const shuffled = [...things]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = between(next, 0, last)
    ;[shuffled[last], shuffled[other]] = [shuffled[other] as Thing, shuffled[last] as Thing]
  }
  return shuffled
}

/** The same name always gets the same id. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
