import { z } from 'zod'
import { text } from '../../../shared/contract/text.ts'

const password = text().max(20_000).default('')

export const changeForm = z.object({ currentPassword: password, newPassword: password, confirmPassword: password })

/** The id of one session or app, or `others` for all but the current session. */
const session = z.union([z.uuid(), z.literal('others')])

export const endForm = z.object({ session })

/** The id of the address change that was shown to the person. */
export const addressForm = z.object({ change: z.uuid() })

/** The action to continue with after the password check; empty if there is none. */
export const confirmQuery = z.object({
  session: session.optional(),
  change: z.uuid().optional(),
  /** The page to go on to. */
  next: z.enum(['second-step']).optional(),
})

export const confirmForm = confirmQuery.extend({
  currentPassword: password,
  code: text().max(200).default(''),
  passkey: text().max(20_000).optional(),
})
