/**
 * One line of visible text: line breaks and other controls become spaces, characters that turn or hide text go
 * (ASVS 1.3.11). Six digits in a row are the mark of the code, so a telephone number is set in groups.
 */
export function plainLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/\d{6,}/g, digits => digits.replace(/\d{3}(?=\d)/g, group => `${group}\u202f`))
}
