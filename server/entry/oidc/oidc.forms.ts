import { z } from 'zod'
import { text } from '../../../shared/contract/text.ts'
import { stepQuery } from '../second-step/second-step.forms.ts'
import { signInForm } from '../sign-in/sign-in.forms.ts'

export const interactionPath = z.object({ uid: text().max(100) })

/** Present if another person than the signed-in one wants to sign in. */
export const interactionQuery = z.object({
  other: text().optional(),
  /** The app that the sign-in leads to. */
  app: text().max(64).optional(),
  ...stepQuery.shape,
})

/** The sign-in form, or the single button for a person who is already signed in. */
export const interactionForm = signInForm.extend({ go: z.enum(['on']).optional() })
