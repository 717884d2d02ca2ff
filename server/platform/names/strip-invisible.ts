/** Characters without a shape of their own: zero-width spaces, direction marks, soft hyphens, byte order marks, fillers. */
const invisible = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu

/**
 * In domains of these scripts a joiner is a letter of the name (RFC 5892, appendix A.1 and A.2). Without it, mail would
 * go to another domain.
 */
const invisibleInDomain =
  /(?![\u200C\u200D])[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]|(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}])[\u200C\u200D]/gu

/** Removes the invisible characters that a paste from an email, a page or a sheet adds to a username or address. */
export function stripInvisible(text: string): string {
  const at = text.lastIndexOf('@')
  if (at === -1) return text.replace(invisible, '')
  return text.slice(0, at).replace(invisible, '') + text.slice(at).replace(invisibleInDomain, '')
}
