import type { ContactSummary, RetailerSummary } from '../../shared/contract/retailers.ts'

export const retailerStatusWords: Record<RetailerSummary['status'], string> = { open: 'Open', closed: 'Closed' }

export const contactStatusWords: Record<ContactSummary['status'], string> = {
  active: 'Can sign in',
  inactive: 'Deactivated',
  locked: 'Locked',
  'retailer-closed': 'Retailer closed',
  'no-access': 'No website access',
  compromised: 'Must reset',
  'no-password': 'No password yet',
}
