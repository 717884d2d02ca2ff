import { z } from 'zod'

const password = z.string().max(20_000).default('')

export const changeForm = z.object({ currentPassword: password, newPassword: password, confirmPassword: password })

export const confirmForm = z.object({ currentPassword: password })

export const endForm = z.object({ session: z.union([z.uuid(), z.literal('others')]) })
