import { z } from 'zod'
import { text } from '../../../shared/contract/text.ts'
import { signInForm } from '../sign-in/sign-in.forms.ts'

export const interactionPath = z.object({ uid: text().max(100) })

/** Present: another person than the one who is signed in wants to. */
export const interactionQuery = z.object({
  other: text().optional(),
  /** The app that the sign-in leads to. */
  app: text().max(64).optional(),
})

/** The sign-in form, or the one button of whoever is signed in already. */
export const interactionForm = signInForm.extend({ go: z.enum(['on']).optional() })
