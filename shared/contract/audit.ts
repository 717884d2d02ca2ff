import { z } from 'zod'
import { actors, auditActions, auditPageSize } from './audit-lists.ts'
import { givenMoment } from './moment.ts'
import { text } from './text.ts'

const moment = z.iso.datetime().describe('ISO 8601, UTC')

/** Filters audit rows by account (as actor or subject), kind of actor, action and time range. */
export const auditFilter = z.object({
  person: z.uuid().optional().describe('The actor or the account concerned'),
  actor: z.enum(actors).optional(),
  action: z.enum(auditActions).optional(),
  from: givenMoment.optional(),
  until: givenMoment.optional().describe('Exclusive: rows of this moment are left out'),
})

export const auditQuery = auditFilter.extend({
  before: z.uuid().optional().describe('Id of the last row on the previous page'),
  size: z.coerce.number().int().min(1).max(200).default(auditPageSize),
})

const account = z.object({
  id: z.uuid(),
  name: z.string().nullable().describe('The username; null if the account no longer exists'),
  kind: z.enum(['user', 'contact']).nullable(),
  retailerId: z.uuid().nullable().describe('The retailer of a contact'),
})

const auditRow = z.object({
  id: z.uuid(),
  at: moment,
  action: z.string(),
  actor: z.enum(actors),
  by: account.nullable().describe('The actor'),
  to: account.nullable().describe('The account concerned'),
  network: z.string().nullable(),
  device: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

const example = {
  id: '0192f0c1-0000-7000-8000-000000000041',
  at: '2026-05-04T08:12:00.000Z',
  action: 'user-deactivated',
  actor: 'administrator' as const,
  by: {
    id: '0192f0c1-0000-7000-8000-000000000001',
    name: 'ava.admin@harbourvale.example',
    kind: 'user' as const,
    retailerId: null,
  },
  to: {
    id: '0192f0c1-0000-7000-8000-000000000002',
    name: 'riley.rep@harbourvale.example',
    kind: 'user' as const,
    retailerId: null,
  },
  network: '192.0.2.7',
  device: 'Chrome',
  details: {},
}

/** Audit rows, newest first. */
export const auditPage = z
  .object({ rows: z.array(auditRow), hasMore: z.boolean() })
  .meta({ examples: [{ rows: [example], hasMore: false }] })

/** The state of the audit chain, as of its last check. */
export const auditChain = z
  .object({
    sealed: z.number().int().describe('Rows in the chain'),
    waiting: z.number().int().describe('Rows not yet sealed'),
    check: z
      .object({ at: moment, sealed: z.number().int(), findings: z.number().int(), acknowledged: z.number().int() })
      .nullable()
      .describe('The last check of the complete chain: the number of rows and of findings'),
  })
  .meta({
    examples: [
      {
        sealed: 1200,
        waiting: 1,
        check: { at: '2026-05-04T03:00:00.000Z', sealed: 1180, findings: 0, acknowledged: 0 },
      },
    ],
  })

/** The explanation of the last check's findings; it is sealed into the audit log. */
export const auditAcknowledgement = z.strictObject({
  reason: text('Say why.').trim().min(10, 'Say in a sentence what happened.').max(500, 'At most 500 characters.'),
})

export const auditPeopleQuery = z.object({ search: text().max(100).default(''), id: z.uuid().optional() })

/** Accounts to filter by. */
export const auditPeople = z
  .object({ people: z.array(z.object({ id: z.uuid(), username: z.string(), fullName: z.string() })) })
  .meta({ examples: [{ people: [{ id: example.to.id, username: example.to.name, fullName: 'Riley Rep' }] }] })

export const auditFile = z.string().meta({
  examples: ['"Time (UTC)","What happened","Who","By account","To account","Network","Device","Details","Id"\r\n'],
})

export type AuditFilter = z.infer<typeof auditFilter>
export type AuditQuery = z.infer<typeof auditQuery>
export type AuditRow = z.infer<typeof auditRow>
export type AuditAccount = z.infer<typeof account>
export type AuditPage = z.infer<typeof auditPage>
export type AuditChain = z.infer<typeof auditChain>
export type AuditPeople = z.infer<typeof auditPeople>
