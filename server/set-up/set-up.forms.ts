import { z } from 'zod'

/** What is too long is to be said at its field, not by a bare 400. */
const text = z.string().max(2_000).default('')
const password = z.string().max(20_000).default('')

export const handleParams = z.object({ handle: z.string().max(200) })

export const setUpForm = z.object({
  organisation: text,
  contactLine: text,
  username: text,
  givenName: text,
  familyName: text,
  newPassword: password,
  confirmPassword: password,
})
