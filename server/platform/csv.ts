/** The first character of every file that is downloaded: without it, Excel does not take the file for UTF-8. */
export const byteOrderMark = '\uFEFF'

/**
 * One line of comma-separated values (RFC 4180). Every export goes through it. The usual packages write lines as well,
 * but look for formulas at the first character alone, so the rule below would be needed beside them.
 */
export function toCsvLine(texts: readonly string[]): string {
  return `${texts.map(toCell).join(',')}\r\n`
}

/**
 * A leading apostrophe keeps a spreadsheet from running the cell as a formula (OWASP, CSV injection): names are written
 * by other people than the one who opens the file.
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
const isFormula = (text: string) => formula.test(text.normalize('NFKC'))
