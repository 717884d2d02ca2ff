import { z } from 'zod'
import { secondStepAudiences, secondStepRules } from './second-step-lists.ts'

/** The rule for one kind of people. */
export const secondStepPolicy = z.strictObject({
  audience: z.enum(secondStepAudiences),
  rule: z.enum(secondStepRules).describe('`required` applies after the grace period of each person'),
  graceDays: z
    .number()
    .int()
    .min(0, 'Choose 0 days or more.')
    .max(90, 'Choose 90 days at most.')
    .describe('Days from the first sign-in without a second step until one is required'),
  trustsBrowsers: z.boolean().describe('A person may choose not to be asked in a browser for 30 days'),
})
export type SecondStepPolicy = z.infer<typeof secondStepPolicy>
