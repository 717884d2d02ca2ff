import { z } from 'zod'
import { text } from '../../../shared/contract/text.ts'

/** Generous, so that an overlong value gets an error at its field instead of a bare 400. */
const line = text().max(2_000).default('')
const password = text().max(20_000).default('')

export const handleParams = z.object({ handle: text().max(200) })

export const setUpForm = z.object({
  organisation: line,
  contactLine: line,
  username: line,
  confirmedUsername: line,
  givenName: line,
  familyName: line,
  newPassword: password,
  confirmPassword: password,
})
