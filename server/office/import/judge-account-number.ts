import type { KnownNumbers } from './known.query.ts'
import type { ReadRow } from './read-row.ts'

/** One to three digits, then groups of three: a number as a spreadsheet shows it. It may be 7 or 7,000. */
const grouped = /^\d{1,3}([.,'’ ]\d{3})+([.,]\d+)?$/

/**
 * An account number as it was meant: a spreadsheet makes 1001 into 1001.00, which can be undone, and a long one into
 * 1.23E+11, which can't.
 */
export function judgeAccountNumber(row: ReadRow): string {
  const text = row.cell('account-number')
  if (/^\d[.,]?\d*E\+\d+$/i.test(text)) row.findings.push({ kind: 'shortened-number', text })
  const whole = /^(\d+)[.,]0{1,2}$/.exec(text)?.[1]
  if (whole !== undefined) row.findings.push({ kind: 'number-tidied', text: whole })
  return whole ?? text
}

/**
 * Judges a number that no retailer has. One with separators is refused: it must not become the key of a retailer. One that
 * has lost its zeros is asked about, and never guessed.
 */
export function judgeUnknownNumber(row: ReadRow, { number, known }: { number: string; known: KnownNumbers }): void {
  if (grouped.test(number)) row.findings.push({ kind: 'separated-number', text: number })
  const meant = known.withZeros.get(number)
  if (meant !== undefined) row.findings.push({ kind: 'lost-zeros', text: meant })
}
