/** The first character of every download. Without it, Excel does not read the file as UTF-8. */
export const byteOrderMark = '\uFEFF'

/**
 * Writes one line of comma-separated values (RFC 4180). Every export uses it. The usual packages also write lines, but
 * check only the first character for formulas, so they would need the rule below as well.
 */
export function toCsvLine(texts: readonly string[]): string {
  return `${texts.map(toCell).join(',')}\r\n`
}

/**
 * A leading apostrophe keeps a spreadsheet from running the cell as a formula (OWASP, CSV injection). The person who
 * wrote a name is not the one who opens the file.
 */
function toCell(text: string): string {
  const harmless = isFormula(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}

const blank = String.raw`[\s\p{C}\p{Default_Ignorable_Code_Point}]`
const formula = new RegExp(String.raw`^(?:[\t\r\n]|${blank}*[=+\-@\u2212])`, 'u')

/**
 * Spreadsheets skip blanks and invisible characters before a formula, and East Asian versions read full-width signs as
 * plain ones. NFKC turns every variant of a sign into the plain one.
 */
export const isFormula = (text: string) => formula.test(text.normalize('NFKC'))
