import type { Figure } from '../figures.ts'

/** A time with its limit, and the share of the limit that it takes. */
export function measured(name: string, milliseconds: number, most?: number): Figure {
  const value = `${milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0)} ms`
  if (most === undefined) return { name, value, aim: '-', isReached: true }
  return { name, value, aim: `at most ${most} ms`, isReached: milliseconds <= most }
}
