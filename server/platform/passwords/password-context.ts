import type { PasswordContext } from './password-rule.ts'

export type { PasswordContext } from './password-rule.ts'

/** Words of the product add nothing to the strength of a password. */
const productWords = ['fieldkey', 'field key']

/** The words that an attacker who knows the person or the organisation tries first, without empty ones. */
export function passwordContextOf(known: {
  names: readonly string[]
  emails: readonly string[]
  companyWords: readonly string[]
}): PasswordContext {
  const given = (words: readonly string[]) => words.filter(word => word.trim() !== '')
  return {
    names: given(known.names),
    emails: given(known.emails),
    companyWords: given(known.companyWords),
    productWords,
  }
}
