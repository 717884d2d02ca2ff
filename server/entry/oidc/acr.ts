/** The assurance levels of NIST SP 800-63B-4, from the weakest. */
export const acrValues = ['aal1', 'aal2'] as const

/** How far a sign-in by these methods (RFC 8176) can be relied on. */
export function acrOf(methods: readonly string[]): (typeof acrValues)[number] {
  return methods.includes('mfa') ? 'aal2' : 'aal1'
}
