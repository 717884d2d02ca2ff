/** Soft hyphens, zero-width spaces, direction and byte order marks: part of no name. A joiner can be one. */
const junk = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g
/** What spreadsheets and reports write where there is nothing: a dash, or an error of a formula (English, German, French, Italian, Spanish). */
const nothing =
  /^([-–—]+|#(N\/A|NV|N\/D|N\/V|REF!|BEZUG!|RIF!|¡REF!|VALUE!|WERT!|VALEUR!|VALORE!|¡VALOR!|NAME\?|NOME\?|NOM\?|DIV\/0!|NULL!|NUM!|ZAHL!))$/i

/**
 * The text of a cell on one line, without what spreadsheets add: spaces around it, ="…" around a text that looks like a
 * number, an apostrophe before a text that looks like a number or a formula. A cell that stands for nothing is ''.
 */
export function tidyCell(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(junk, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  if (nothing.test(line)) return ''
  const quoted = /^="([^"]*)"$/.exec(line)?.[1]
  return quoted === undefined ? line.replace(/^'(?=\s*[=+\-@\d＝＋－＠−])/, '') : quoted.trim()
}
