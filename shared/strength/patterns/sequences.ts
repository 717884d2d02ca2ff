import type { Characters } from '../characters.ts'
import type { Report } from './segment.ts'

const SHORTEST = 3
const LARGEST_STEP = 2
const OBVIOUS_STARTS = new Set(['a', 'z', '1', '0', '9', 'q'])

/** abcd, 4321, 2468: characters whose code points rise or fall in equal steps. Equal characters have a step of zero. */
export function findSequences(characters: Characters, report: Report): void {
  const points = characters.plain.map(character => character.codePointAt(0) ?? 0)
  let start = 0
  for (let at = 1; at < points.length; at++) {
    const step = (points[at] as number) - (points[at - 1] as number)
    const isEnd = at + 1 === points.length || (points[at + 1] as number) - (points[at] as number) !== step
    if (!isEnd) continue
    reportEveryPart(characters, start, at + 1, Math.abs(step), report)
    start = at
  }
}

function reportEveryPart(characters: Characters, start: number, end: number, step: number, report: Report): void {
  if (step > LARGEST_STEP) return
  const first = characters.lower[start] as string
  const startCost = OBVIOUS_STARTS.has(first) ? 0.4 : 1.2
  for (let stop = start + SHORTEST; stop <= end; stop++) {
    const cost = startCost + Math.log10(stop - start) + (step === 0 ? 0 : 0.3 * step)
    report('sequence', start, stop, cost)
  }
}
