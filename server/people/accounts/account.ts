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

export type ClosedBecause = 'inactive' | 'unlicensed' | 'retailer-closed' | 'no-website-access' | 'locked'

/** Why an account cannot sign in, whatever its password; nothing if it can. Guessing and compromise are no such reasons. */
export function whyClosed(account: Account): ClosedBecause | undefined {
  if (!account.isActive) return 'inactive'
  if (account.lockedAt) return 'locked'
  if (account.kind === 'user' && !account.hasLicence) return 'unlicensed'
  if (account.kind === 'contact' && !account.isRetailerOpen) return 'retailer-closed'
  if (account.kind === 'contact' && !account.hasWebsiteAccess) return 'no-website-access'
  return undefined
}

/** Where a reset mail of this account goes: to the username itself, for a contact to its own address. */
export function findMailAddress(account: Account): string | undefined {
  if (account.kind === 'contact') return account.email
  return isMailUsername(account.username) ? account.username : undefined
}

/** Everybody who is to be told of a change: the second address gets notices, and never a way in. */
export function listNoticeAddresses(account: Account): string[] {
  const second = account.kind === 'user' ? account.emailTo : null
  return [...new Set([findMailAddress(account), second ?? undefined])].filter(address => address !== undefined)
}
