import type { ContactPage } from '../../shared/contract/contacts.ts'
import type { ContactSummary, RetailerSummary } from '../../shared/contract/retailers.ts'
import { momentWords } from '../ui/moments.ts'
import type { Tone } from '../ui/State.tsx'

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

export const contactStatusTones: Record<ContactSummary['status'], Tone> = {
  active: 'good',
  inactive: 'quiet',
  locked: 'danger',
  'retailer-closed': 'quiet',
  'no-access': 'quiet',
  compromised: 'warning',
  'no-password': 'warning',
}

type Invited = Pick<ContactPage['contacts'][number], 'invitedAt'>

export const invitedWords = ({ invitedAt }: Invited) => (invitedAt ? momentWords(invitedAt) : 'Never')
