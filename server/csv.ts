/** One line of comma-separated values (RFC 4180). */
export function toCsvLine(texts: readonly string[]): string {
  return `${texts.map(toCell).join(',')}\r\n`
}

/**
 * A text that a spreadsheet would run as a formula is led by an apostrophe (OWASP, CSV injection): names are written by
 * others than the one who opens the file.
 */
function toCell(text: string): string {
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
