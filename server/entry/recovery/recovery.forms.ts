import { z } from 'zod'
import { text } from '../../../shared/contract/text.ts'

/** Longer than any password that is accepted: what is too long is to be said at its field, not by a bare 400. */
const password = text().max(20_000).default('')

export const handleParams = z.object({ handle: text().max(200) })

export const askForm = z.object({ username: text().max(2_000).default('') })

export const resetForm = z.object({
  /** A whole email may be pasted: the code is found in it. */
  code: text().max(20_000).default(''),
  newPassword: password,
  confirmPassword: password,
})
