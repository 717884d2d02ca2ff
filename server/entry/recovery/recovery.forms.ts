import { z } from 'zod'
import { text } from '../../../shared/contract/text.ts'

/** Longer than any accepted password, so that an overlong one gets an error at its field instead of a bare 400. */
const password = text().max(20_000).default('')

export const handleParams = z.object({ handle: text().max(200) })

export const askForm = z.object({ username: text().max(2_000).default('') })

export const resetForm = z.object({
  /** People may paste the complete email: the server finds the code in it. */
  code: text().max(20_000).default(''),
  newPassword: password,
  confirmPassword: password,
})
