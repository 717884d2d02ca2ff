import type { Characters } from '../characters.ts'
import type { Report } from './segment.ts'

const COPY = 0.6
const SHORTEST_DISGUISED = 4

/** Reports parts that repeat the characters right before them, once or more, in any case or in l33t. */
export function findCopies(characters: Characters, report: Report): void {
  const { plain, undisguised, length } = characters
  for (let period = 1; period * 2 <= length; period++) {
    const compared = period < SHORTEST_DISGUISED ? plain : undisguised
    let same = 0
    for (let at = period; at < length; at++) {
      same = compared[at] === compared[at - period] ? same + 1 : 0
      if (same === 0 || same % period !== 0 || same + period < 3) continue
      const start = at + 1 - same
      report('copy', start, at + 1, COPY + Math.log10(same / period + 1))
      // The repeat may also begin later: the last complete period alone repeats the one before it.
      if (same > period) report('copy', at + 1 - period, at + 1, COPY + 0.3)
    }
  }
}
