import { isFormula } from '../../../../shared/csv/csv.ts'
import { isNothing } from '../tidy-cell.ts'

/**
 * Reads a cell as what `guardCell` was given: an apostrophe that only keeps a spreadsheet from running or rounding the
 * text is removed. Unlike names of people, a text keeps its line breaks and double spaces, so an export that is imported
 * again changes nothing.
 */
export function readPlainCell(cell: string): string {
  const text = cell.trim()
  if (isNothing(text)) return ''
  const quoted = /^="([^"]*)"$/.exec(text)?.[1]
  return quoted === undefined ? withoutGuard(text) : quoted.trim()
}

/** The text to export. One that begins like a guarded text is guarded, so that reading removes exactly one apostrophe. */
export function guardCell(text: string): string {
  const isMisread = withoutGuard(text) !== text || (isNothing(text) && !isFormula(text))
  return isMisread ? `'${text}` : text
}

function withoutGuard(text: string): string {
  const rest = text.slice(1)
  return text.startsWith("'") && (isFormula(rest) || isNothing(rest) || /^['\d]/.test(rest)) ? rest : text
}
