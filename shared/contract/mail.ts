import { z } from 'zod'
import { mailStates } from './mail-lists.ts'

export const mailQuery = z.object({
  state: z.enum(mailStates).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
})

const moment = z.iso.datetime().describe('ISO 8601, UTC')

const message = z.object({
  id: z.uuid(),
  to: z.string(),
  kind: z.string(),
  state: z.enum(mailStates),
  attempts: z.number().int(),
  lastAnswer: z.string().nullable().describe('What the mail server said last'),
  createdAt: moment,
  sentAt: moment.nullable().describe('When the mail server took it'),
})

/** The log of messages, the newest first: what became of each, never what it said. */
export const mailPage = z
  .object({
    messages: z.array(message),
    hasMore: z.boolean(),
    oldestWaitingSeconds: z.number().int().nullable().describe('How long the oldest waits that should be on its way'),
  })
  .meta({
    examples: [
      {
        messages: [
          {
            id: '0192f0c1-0000-7000-8000-000000000003',
            to: 'riley.rep@harbourvale.example',
            kind: 'reset',
            state: 'sent',
            attempts: 1,
            lastAnswer: '250 OK',
            createdAt: '2026-05-04T08:12:00.000Z',
            sentAt: '2026-05-04T08:12:01.000Z',
          },
        ],
        hasMore: false,
        oldestWaitingSeconds: null,
      },
    ],
  })

export type MailQuery = z.infer<typeof mailQuery>
export type MailPage = z.infer<typeof mailPage>
