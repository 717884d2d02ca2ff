import type { ContactDetails, ContactSummary, RetailerSummary } from '../../shared/contract/retailers.ts'

export const retailerStatusWords: Record<RetailerSummary['status'], string> = { open: 'Open', closed: 'Closed' }

export const contactStatusWords: Record<ContactSummary['status'], string> = {
  active: 'Can sign in',
  inactive: 'Deactivated',
  locked: 'Locked',
  'no-access': 'No website access',
  compromised: 'Must reset',
  'no-password': 'No password yet',
}

/** One sentence: what stands in the way of a sign-in now. */
export function standingWords({ status, fullName }: ContactDetails): string {
  switch (status) {
    case 'active':
      return `Nothing stands in the way: ${fullName} can sign in with the right password.`
    case 'no-access':
      return `${fullName} cannot sign in: website access was withdrawn. The password is kept.`
    case 'no-password':
      return `${fullName} cannot sign in yet: no password has been chosen.`
    case 'compromised':
      return `${fullName} must choose a new password first: somebody else may know the old one.`
    case 'locked':
      return `${fullName} cannot sign in: an administrator has locked the account.`
    case 'inactive':
      return `${fullName} cannot sign in: the account is deactivated.`
  }
}
