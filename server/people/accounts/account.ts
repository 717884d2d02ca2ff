import type { UserType } from '../../../shared/contract/user-lists.ts'
import { isMailUsername } from './username.ts'

type Person = {
  id: string
  username: string
  usernameKey: string
  givenName: string
  familyName: string
  isActive: boolean
  passwordHash: string | null
  passwordChangedAt: Date | null
  lockedAt: Date | null
  compromisedAt: Date | null
}

export type UserAccount = Person & { kind: 'user'; userType: UserType; hasLicence: boolean; emailTo: string | null }
export type ContactAccount = Person & {
  kind: 'contact'
  email: string
  hasWebsiteAccess: boolean
  retailerName: string
  isRetailerOpen: boolean
}
export type Account = UserAccount | ContactAccount

/** What an administrator edits of a contact. Undefined leaves what is there. */
export type ContactEdit = Pick<Person, 'id' | 'givenName' | 'familyName'> & {
  jobTitle: string
  mayOrder?: boolean | undefined
}

export type ClosedBecause = 'inactive' | 'unlicensed' | 'retailer-closed' | 'no-website-access' | 'locked'

/**
 * Why an account can't sign in even with the right password; undefined if it can. Lockout by guessing and compromise
 * don't count here.
 */
export function whyClosed(account: Account): ClosedBecause | undefined {
  if (!account.isActive) return 'inactive'
  if (account.lockedAt) return 'locked'
  if (account.kind === 'user' && !account.hasLicence) return 'unlicensed'
  if (account.kind === 'contact' && !account.isRetailerOpen) return 'retailer-closed'
  if (account.kind === 'contact' && !account.hasWebsiteAccess) return 'no-website-access'
  return undefined
}

/** Where password reset emails of this account go: a user's username, or a contact's own address. */
export function findMailAddress(account: Account): string | undefined {
  if (account.kind === 'contact') return account.email
  return isMailUsername(account.username) ? account.username : undefined
}

/** All addresses that are notified of a change. The second address gets notices only, never a password email. */
export function listNoticeAddresses(account: Account): string[] {
  const second = account.kind === 'user' ? account.emailTo : null
  return [...new Set([findMailAddress(account), second ?? undefined])].filter(address => address !== undefined)
}
