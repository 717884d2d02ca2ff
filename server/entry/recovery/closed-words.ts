import type { ClosedBecause } from '../../people/accounts/account.ts'

/** Why an account can't sign in, for its owner: the start of a sentence, in the email and on the page. */
export const closedWords: Record<ClosedBecause, string> = {
  inactive: 'It is deactivated',
  locked: 'An administrator has locked it',
  unlicensed: 'It has no licence at the moment',
  'retailer-closed': 'The retailer that it belongs to is closed',
  'no-website-access': 'It has no access to the website at the moment',
}
