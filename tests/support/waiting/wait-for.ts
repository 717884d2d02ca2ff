import { vi } from 'vitest'

/** Repeats a look until it no longer throws, and answers what it found. No test promises how long that takes. */
export function waitFor<T>(look: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(look, { timeout: 120_000, interval: 20 })
}
