import type { Characters } from '../characters.ts'
import type { Report } from './segment.ts'

const DIGIT = 0.95
const LONGEST = 12

/** Reports runs of digits, at the cost of trying all of that length. */
export function findDigits(characters: Characters, report: Report): void {
  const { kinds, length } = characters
  for (let start = 0; start < length; start++) {
    for (let end = start + 1; end <= length && end - start <= LONGEST && kinds[end - 1] === 'digit'; end++) {
      report('digits', start, end, DIGIT * (end - start))
    }
  }
}
