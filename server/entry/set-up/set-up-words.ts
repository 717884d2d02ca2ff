import { addressWords } from '../../platform/names/address-words.ts'
import { newPasswordWords } from '../recovery/reset-words.ts'
import type { SetUpField, SetUpRefused } from './complete-set-up.ts'
import type { SetUpErrors } from './set-up.pages.ts'

const fieldWords: Record<SetUpField, string> = {
  organisation: 'Enter the name of the organisation, at most 100 characters.',
  contactLine: 'Say where people find help, in at most 200 characters.',
  // The address itself is valid, but a contact has this username.
  username: 'This username exists already. Enter another email address.',
  givenName: 'Enter your first name, at most 100 characters.',
  familyName: 'Enter your surname, at most 100 characters.',
}

/** The error texts, by field. */
export function setUpErrorWords({ fields, password, address, suggestion }: SetUpRefused): SetUpErrors {
  const ofFields = Object.fromEntries(fields.map(field => [field, fieldWords[field]]))
  return {
    ...ofFields,
    ...(suggestion !== undefined && { username: `Did you mean ${suggestion}? If not, select Set up again.` }),
    ...(address && { username: addressWords(address) }),
    ...(password && newPasswordWords(password)),
  }
}
