/**
 * Reduces text to one visible line: line breaks and other controls become spaces, characters that reverse or hide text
 * are removed (ASVS 1.3.11). Only the code may be six digits in a row, so telephone numbers are grouped.
 */
export function plainLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/\d{6,}/g, digits => digits.replace(/\d{3}(?=\d)/g, group => `${group}\u202f`))
}
