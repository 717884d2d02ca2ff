import { z } from 'zod'

/** Every refusal of the API: a text for people that says what happened and what to do, and a `kind` for programs. */
export const problemShape = z.object({
  problem: z.object({
    status: z.number().int(),
    kind: z.string().optional(),
    title: z.string(),
    text: z.string(),
  }),
  requestId: z.string().optional(),
})

export type ProblemAnswer = z.infer<typeof problemShape>
