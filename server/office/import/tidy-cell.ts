/** Soft hyphens, zero-width spaces, direction and byte order marks. Joiners stay: some scripts need them in names. */
const junk = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g
/** Cells that mean "empty": a dash, or a formula error in English, German, French, Italian or Spanish. */
const nothing =
  /^([-–—]+|#(N\/A|NV|N\/D|N\/V|REF!|BEZUG!|RIF!|¡REF!|VALUE!|WERT!|VALEUR!|VALORE!|¡VALOR!|NAME\?|NOME\?|NOM\?|DIV\/0!|NULL!|NUM!|ZAHL!))$/i

export const isNothing = (text: string): boolean => nothing.test(text)

/**
 * Reduces a cell to one line without what spreadsheets add: surrounding spaces, ="…" around text that looks like a
 * number, and an apostrophe before text that looks like a number or a formula. A cell that means "empty" becomes ''.
 */
export function tidyCell(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(junk, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  if (isNothing(line)) return ''
  const quoted = /^="([^"]*)"$/.exec(line)?.[1]
  return quoted === undefined ? line.replace(/^'(?=\s*[=+\-@\d＝＋－＠−])/, '') : quoted.trim()
}
