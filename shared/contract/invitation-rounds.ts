import { z } from 'zod'
import { invitationOutcomes, leftOutReasons, roundStates } from './contact-lists.ts'
import { contactFilter } from './contacts.ts'

/**
 * Contacts to invite together. The id is made by the caller, so that a request that is sent twice prepares one round.
 * Nothing is sent before the round is.
 */
export const newInvitationRound = z.strictObject({
  id: z.uuid(),
  contacts: z.union([
    z.strictObject({ ids: z.array(z.uuid()).min(1).max(1000) }),
    z.strictObject({ filter: contactFilter.strict() }),
  ]),
  notWithinDays: z
    .number()
    .int()
    .min(0)
    .max(90)
    .default(7)
    .describe('Leaves out contacts who were invited within these days'),
})

const count = z.number().int()

export const invitationRound = z
  .object({
    id: z.uuid(),
    state: z.enum(roundStates),
    notWithinDays: count,
    by: z.string().describe('Full name of the administrator'),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    ready: count,
    waiting: count,
    asked: count,
    accepted: count.describe('Invited in this round, and has chosen a password'),
    leftOut: z.array(z.object({ reason: z.enum(leftOutReasons), count })),
  })
  .meta({
    examples: [
      {
        id: '0192f0c1-0000-7000-8000-000000000061',
        state: 'draft' as const,
        notWithinDays: 7,
        by: 'Ava Admin',
        createdAt: '2026-05-04T08:12:00.000Z',
        startedAt: null,
        ready: 12,
        waiting: 0,
        asked: 0,
        accepted: 0,
        leftOut: [{ reason: 'accepted' as const, count: 3 }],
      },
    ],
  })

export const invitationPeopleQuery = z.object({
  outcome: z.enum(invitationOutcomes).optional(),
  reason: z.enum(leftOutReasons).optional(),
  after: z.uuid().optional().describe('The last contact of the previous page'),
  size: z.coerce.number().int().min(1).max(100).default(50),
})

export const invitationPeople = z
  .object({
    people: z.array(
      z.object({
        id: z.uuid(),
        fullName: z.string(),
        username: z.string(),
        email: z.string(),
        retailerId: z.uuid(),
        retailerName: z.string(),
        outcome: z.enum(invitationOutcomes),
        reason: z.enum(leftOutReasons).nullable(),
        mail: z
          .enum(['waiting', 'sent', 'failed', 'bounced'])
          .nullable()
          .describe('The email of this round; null before the round is sent'),
        hasAccepted: z.boolean().describe('Has chosen a password'),
      }),
    ),
    hasMore: z.boolean(),
  })
  .meta({
    examples: [
      {
        people: [
          {
            id: '0192f0c1-0000-7000-8000-000000000021',
            fullName: 'Bea Buyer',
            username: 'HV1001',
            email: 'buyer@cornerstore.example',
            retailerId: '0192f0c1-0000-7000-8000-000000000011',
            retailerName: 'Corner Store',
            outcome: 'asked' as const,
            reason: null,
            mail: 'sent' as const,
            hasAccepted: false,
          },
        ],
        hasMore: false,
      },
    ],
  })

export const invitationRoundsQuery = z.object({
  before: z.uuid().optional().describe('The last round of the previous page'),
  size: z.coerce.number().int().min(1).max(100).default(20),
})

export const invitationRounds = z
  .object({
    rounds: z.array(
      z.object({
        id: z.uuid(),
        state: z.enum(roundStates),
        by: z.string(),
        createdAt: z.iso.datetime(),
        people: count,
        asked: count,
      }),
    ),
    hasMore: z.boolean(),
  })
  .meta({
    examples: [
      {
        rounds: [
          {
            id: '0192f0c1-0000-7000-8000-000000000061',
            state: 'done' as const,
            by: 'Ava Admin',
            createdAt: '2026-05-04T08:12:00.000Z',
            people: 15,
            asked: 12,
          },
        ],
        hasMore: false,
      },
    ],
  })

export const invitationRoundId = z.object({ id: z.uuid() })

export type NewInvitationRound = z.infer<typeof newInvitationRound>
export type InvitationRound = z.infer<typeof invitationRound>
export type InvitationPeopleQuery = z.infer<typeof invitationPeopleQuery>
export type InvitationPeople = z.infer<typeof invitationPeople>
export type InvitationRounds = z.infer<typeof invitationRounds>
export type InvitationRoundsQuery = z.infer<typeof invitationRoundsQuery>
