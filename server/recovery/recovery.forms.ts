import { z } from 'zod'

/** Longer than any password that is accepted: what is too long is to be said at its field, not by a bare 400. */
const password = z.string().max(20_000).default('')

export const handleParams = z.object({ handle: z.string().max(200) })

export const askForm = z.object({ username: z.string().max(2_000).default('') })

export const resetForm = z.object({
  code: z.string().max(200).default(''),
  newPassword: password,
  confirmPassword: password,
})
