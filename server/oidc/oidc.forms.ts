import { z } from 'zod'
import { signInForm } from '../sign-in/sign-in.forms.ts'

export const interactionPath = z.object({ uid: z.string().max(100) })

/** Present: another person than the one who is signed in wants to. */
export const interactionQuery = z.object({ other: z.string().optional() })

/** The sign-in form, or the one button of whoever is signed in already. */
export const interactionForm = signInForm.extend({ go: z.enum(['on']).optional() })
