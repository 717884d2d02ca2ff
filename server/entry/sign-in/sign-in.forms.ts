import { z } from 'zod'
import { text } from '../../../shared/contract/text.ts'
import { secondStepFields, stepQuery } from '../second-step/second-step.forms.ts'

const username = text().max(2_000).default('')

export const signInQuery = z.object({ username: username.catch(''), ...stepQuery.shape })

/** A password of any length is compared unchanged and never truncated (ASVS 6.2.8). */
export const signInForm = z.object({
  username,
  password: text().max(20_000).default(''),
  /** The button of the page without scripts, which asks for the reset option whatever the password field holds. */
  forgotten: text().max(10).optional(),
  ...secondStepFields,
})

export const optionQuestion = z.object({ username: text().max(2_000) })
