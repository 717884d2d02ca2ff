import { z } from 'zod'

const password = z.string().max(20_000).default('')

export const changeForm = z.object({ currentPassword: password, newPassword: password, confirmPassword: password })

/** One session by its id, or all but the one that asks. */
const session = z.union([z.uuid(), z.literal('others')])

export const endForm = z.object({ session })

/** Without a session nothing ends: the person just proves again who they are. */
export const confirmForm = z.object({ session: session.optional(), currentPassword: password })
