import { newPasswordWords } from '../recovery/reset-words.ts'
import type { SetUpCompleted, SetUpField } from './complete-set-up.ts'
import type { SetUpErrors } from './set-up.pages.ts'

const fieldWords: Record<SetUpField, string> = {
  organisation: 'Enter the name of the organisation, at most 100 characters.',
  contactLine: 'Say where people find help, in at most 200 characters.',
  username: 'Enter your e-mail address, such as you@example.com.',
  givenName: 'Enter your first name, at most 100 characters.',
  familyName: 'Enter your surname, at most 100 characters.',
}

/** What is to be put right, at the field that it concerns. */
export function setUpErrorWords({ fields, password }: Extract<SetUpCompleted, { kind: 'refused' }>): SetUpErrors {
  const ofFields = Object.fromEntries(fields.map(field => [field, fieldWords[field]]))
  return { ...ofFields, ...(password && newPasswordWords(password)) }
}
