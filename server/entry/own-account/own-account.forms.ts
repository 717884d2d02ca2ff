import { z } from 'zod'
import { text } from '../../../shared/contract/text.ts'

const password = text().max(20_000).default('')

export const changeForm = z.object({ currentPassword: password, newPassword: password, confirmPassword: password })

/** One session or app by its id, or all but the session that asks. */
const session = z.union([z.uuid(), z.literal('others')])

export const endForm = z.object({ session })

/** Which change of an address the person answers for: the one that they were shown. */
export const addressForm = z.object({ change: z.uuid() })

/** What was about to be done; without, the person just proves again who they are. */
export const confirmQuery = z.object({ session: session.optional(), change: z.uuid().optional() })

export const confirmForm = confirmQuery.extend({ currentPassword: password })
