import { z } from 'zod'

/** Every refusal of the API: what happened and what to do, for people; `kind`, where a program has to tell them apart. */
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
