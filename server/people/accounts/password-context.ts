import { type PasswordContext, passwordContextOf } from '../../platform/passwords/password-context.ts'
import type { Organisation } from '../organisation/organisation.store.ts'
import type { Account } from './account.ts'

/**
 * Words that add no strength to this person's password (ASVS 6.1.2): their names and addresses, and the organisation's
 * words.
 */
export function contextOf(account: Account, organisation: Organisation): PasswordContext {
  const contactWords = account.kind === 'contact' ? { email: account.email, company: account.retailerName } : undefined
  return passwordContextOf({
    names: [account.givenName, account.familyName],
    emails: contactWords ? [account.username, contactWords.email] : [account.username],
    companyWords: [organisation.name, ...organisation.securityWords, ...(contactWords ? [contactWords.company] : [])],
  })
}

/**
 * The part that a page may reveal to anyone with the link: the username it already shows, and the organisation's name.
 */
export function contextOfPage({ username }: Account, organisation: Organisation): PasswordContext {
  return passwordContextOf({ names: [], emails: [username], companyWords: [organisation.name] })
}
