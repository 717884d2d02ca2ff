import { z } from 'zod'
import { text } from './text.ts'

const month = text().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, 'Write a month as YYYY-MM.')
const mostCents = 1_000_000_000_000

export const targetQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2999).optional().describe('Default: this year'),
  search: text().max(100).default(''),
  after: z.uuid().optional().describe('The last rep of the previous page'),
  size: z.coerce.number().int().min(1).max(100).default(20),
})

export const targetPage = z
  .object({
    currency: z.string(),
    year: z.number().int(),
    today: z.iso.date().describe('In the time zone of the organisation'),
    reps: z.array(
      z.object({
        id: z.uuid(),
        fullName: z.string(),
        username: z.string(),
        months: z.array(
          z.object({
            month,
            amountCents: z.number().int(),
            soldCents: z.number().int().describe('Orders of the month'),
          }),
        ),
      }),
    ),
    hasMore: z.boolean(),
  })
  .meta({
    examples: [
      {
        currency: 'GBP',
        year: 2026,
        today: '2026-05-05',
        reps: [
          {
            id: '0192f0c1-0000-7000-8000-000000000002',
            fullName: 'Riley Rep',
            username: 'riley.rep@harbourvale.example',
            months: [{ month: '2026-05', amountCents: 1200000, soldCents: 840000 }],
          },
        ],
        hasMore: false,
      },
    ],
  })

export const targetChanges = z.strictObject({
  targets: z
    .array(
      z.strictObject({
        repId: z.uuid(),
        month,
        amountCents: z.number().int().min(0).max(mostCents).nullable().describe('null removes the target'),
      }),
    )
    .min(1)
    .max(1200),
})

export type TargetQuery = z.infer<typeof targetQuery>
export type TargetPage = z.infer<typeof targetPage>
export type TargetChange = z.infer<typeof targetChanges>['targets'][number]
