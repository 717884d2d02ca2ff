import type { LeftOutReason } from '../../shared/contract/contact-lists.ts'
import type { InvitationPeople, InvitationRound } from '../../shared/contract/invitation-rounds.ts'
import type { Tone } from '../ui/State.tsx'

export const leftOutWords: Record<LeftOutReason, string> = {
  accepted: 'Has a password already',
  'retailer-closed': 'Retailer closed',
  'no-access': 'No website access',
  inactive: 'Deactivated',
  locked: 'Locked',
  'no-email': 'No email address',
  'email-failing': 'Email failing',
  'address-waits': 'New address not approved yet',
  'invited-lately': 'Invited lately',
  'too-many': 'Too many emails for one day',
  'not-allowed': 'The sender lost the right to invite',
  stopped: 'Stopped before the email was sent',
}

export const roundWords: Record<InvitationRound['state'], string> = {
  draft: 'Not sent yet',
  sending: 'Sending',
  done: 'Sent',
}

type Person = InvitationPeople['people'][number]

/** The state of one person, in a word. */
export function outcomeOf({ outcome, reason, mail, hasAccepted }: Person): { tone: Tone; word: string } {
  if (outcome === 'left-out') return { tone: 'quiet', word: reason ? leftOutWords[reason] : 'Left out' }
  if (outcome === 'ready') return { tone: 'good', word: 'Will be invited' }
  if (outcome === 'waiting') return { tone: 'quiet', word: 'Queued' }
  if (hasAccepted) return { tone: 'good', word: 'Accepted' }
  if (mail === 'failed' || mail === 'bounced') return { tone: 'danger', word: 'Email not delivered' }
  return mail === 'sent' ? { tone: 'good', word: 'Invited' } : { tone: 'quiet', word: 'Email queued' }
}

export const peopleWords = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'contact' : 'contacts'}`
