import type { NewAddress } from '../../shared/contract/addresses.ts'
import { momentWords } from '../users/user-words.ts'

type Waiting = NonNullable<NewAddress['waiting']>

export const waitingTitle = ({ until }: Waiting) =>
  until === null ? 'Somebody objected to the new address' : 'A new address waits'

/** What was changed by whom, and what ends the wait. */
export function waitingWords({ until, before, address, changedAt, changedBy }: Waiting): string {
  const from = before === null ? '' : ` from ${before}`
  const changed = `On ${momentWords(changedAt)} ${changedBy ?? 'somebody'} changed the address${from} to ${address}.`
  return until === null
    ? `${changed} Somebody at the old address said that it was not agreed with them. Ask the person by telephone. Then put the old address back, or let another administrator approve the new one: until then no mail that leads to a password goes there.`
    : `${changed} Mails that lead to a password go there from ${momentWords(until)} on, or as soon as another administrator approves it or the person confirms it on their own account page.`
}

/** Why the one who looks is not the second administrator. */
export const whyNotWords: Record<NonNullable<Waiting['whyNot']>, string> = {
  'own-change': 'You changed it yourself: another administrator has to approve it.',
  'too-new': 'You have been an administrator for less than a day: somebody else has to approve it.',
  'above-you': 'This user has more rights than you: somebody else has to approve it.',
}

/** What a new address means, told before it is given. */
export const whatHappens = [
  'Both the old and the new address are told. Whoever gets the mail at the old one can object, which locks the account.',
  'Reset mails that are open stop working. Nobody is signed out.',
  'No mail that leads to a password goes to a new address for 24 hours, unless another administrator approves it or the person confirms it.',
]
