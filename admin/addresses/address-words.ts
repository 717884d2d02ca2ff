import type { NewAddress } from '../../shared/contract/addresses.ts'
import { momentWords } from '../ui/moments.ts'

type Waiting = NonNullable<NewAddress['waiting']>

export const waitingTitle = ({ until, isPutBack }: Waiting) =>
  isPutBack
    ? 'A dispute about the address is open'
    : until === null
      ? 'Someone disputed the new address'
      : 'A new address is waiting for approval'

/** Who changed the address, and what ends the wait. */
export function waitingWords({ until, isPutBack, before, address, changedAt, changedBy }: Waiting): string {
  if (isPutBack) {
    return "Someone at the old address disputed a change, and the old address is back. Password emails go there. Another new address would get none until an administrator who didn't change the address settles the dispute."
  }
  const from = before === null ? '' : ` from ${before}`
  const changed = `On ${momentWords(changedAt)} ${changedBy ?? 'someone'} changed the address${from} to ${address}.`
  return until === null
    ? `${changed} Someone at the old address says they didn't agree to it. Call the person. Then change the address back, or ask another administrator to approve the new one. Until then, no password email goes there.`
    : `${changed} Password emails go there from ${momentWords(until)} on, or as soon as another administrator approves it or the person confirms it on their account page.`
}

/** Why this administrator can't approve the address. */
export const whyNotWords: Record<NonNullable<Waiting['whyNot']>, string> = {
  'own-change': 'You changed it yourself, so another administrator has to approve it.',
  'too-new': "You've been an administrator for less than a day, so another administrator has to approve it.",
  'above-you': 'This user has more rights than you, so another administrator has to approve it.',
}

/** The consequences of a new address, shown before it is saved. */
export const whatHappens = [
  'Both the old and the new address get an email. The person at the old address can object, which locks the account.',
  'Open reset emails stop working. No one is signed out.',
  'No password email goes to a new address for 24 hours, unless another administrator approves it or the person confirms it.',
]
