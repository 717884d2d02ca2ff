import type { KnownNumbers } from './known.query.ts'
import type { ReadRow } from './read-row.ts'

/** Digits in groups of three, as a spreadsheet shows them: 7,000 may mean 7000 or 7 with three decimals. */
const grouped = /^\d{1,3}([.,'’ ]\d{3})+([.,]\d+)?$/

/**
 * Undoes what spreadsheets do to account numbers. 1001.00 was 1001, but 1.23E+11 has lost its digits and is refused.
 */
export function judgeAccountNumber(row: ReadRow): string {
  const text = row.cell('account-number')
  if (/^\d[.,]?\d*E\+\d+$/i.test(text)) row.findings.push({ kind: 'shortened-number', text })
  const whole = /^(\d+)[.,]0{1,2}$/.exec(text)?.[1]
  if (whole !== undefined) row.findings.push({ kind: 'number-tidied', text: whole })
  return whole ?? text
}

/**
 * Judges a number that no retailer has. A number with separators is refused: it must not become a retailer's key.
 * For a number that has lost its leading zeros, the row asks which number was meant. It never guesses.
 */
export function judgeUnknownNumber(row: ReadRow, { number, known }: { number: string; known: KnownNumbers }): void {
  if (grouped.test(number)) row.findings.push({ kind: 'separated-number', text: number })
  const meant = known.withZeros.get(number)
  if (meant !== undefined) row.findings.push({ kind: 'lost-zeros', text: meant })
}
