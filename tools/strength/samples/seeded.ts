/** Random choices that are the same in every run, so that figures can be compared. */

export type Chance = {
  below(limit: number): number
  pick<Item>(from: readonly Item[]): Item
  text(length: number, alphabet: readonly string[]): string
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <Item>(from: readonly Item[]) => from[below(from.length)] as Item
  const text = (length: number, alphabet: readonly string[]) => Array.from({ length }, () => pick(alphabet)).join('')
  return { below, pick, text }
}
