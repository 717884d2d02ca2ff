import { z } from 'zod'
import { mailRemedies, mailStates, senderRecords, senderVerdicts } from './mail-lists.ts'
import { typedAddress } from './typed-address.ts'

export const mailQuery = z.object({
  state: z.enum(mailStates).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
})

const moment = z.iso.datetime().describe('ISO 8601, UTC')

const account = z.object({
  id: z.uuid(),
  username: z.string(),
  kind: z.enum(['user', 'contact']),
  retailerId: z.uuid().nullable().describe('The retailer of a contact'),
})

const message = z.object({
  id: z.uuid(),
  to: z.string(),
  kind: z.string(),
  state: z.enum(mailStates),
  attempts: z.number().int(),
  lastAnswer: z.string().nullable().describe('The last answer of the mail server'),
  createdAt: moment,
  sentAt: moment.nullable().describe('When the mail server accepted it'),
  bouncedAt: moment.nullable().describe('When it was returned'),
  about: account.nullable().describe('The account the email is for, while it exists'),
  remedy: z.enum(mailRemedies).nullable().describe('What to do if it did not arrive'),
})

const messageExample = {
  id: '0192f0c1-0000-7000-8000-000000000003',
  to: 'riley.rep@harbourvale.example',
  kind: 'reset',
  state: 'sent' as const,
  attempts: 1,
  lastAnswer: '250 OK',
  createdAt: '2026-05-04T08:12:00.000Z',
  sentAt: '2026-05-04T08:12:01.000Z',
  bouncedAt: null,
  about: {
    id: '0192f0c1-0000-7000-8000-000000000002',
    username: 'riley.rep@harbourvale.example',
    kind: 'user' as const,
    retailerId: null,
  },
  remedy: null,
}

export const oneMail = message.meta({ examples: [messageExample] })

export const mailId = z.object({ id: z.uuid() })

/** The message log, newest first: the state of each message, never its text. */
export const mailPage = z
  .object({
    messages: z.array(message),
    hasMore: z.boolean(),
    oldestWaitingSeconds: z.number().int().nullable().describe('Age in seconds of the oldest overdue message'),
  })
  .meta({
    examples: [
      {
        messages: [messageExample],
        hasMore: false,
        oldestWaitingSeconds: null,
      },
    ],
  })

/**
 * Shown on every screen of administrators who may read mail: how late email is, and how many accounts it doesn't reach.
 */
export const mailHealth = z
  .object({
    oldestWaitingSeconds: z.number().int().nullable(),
    failing: z.number().int().describe('Number of accounts with an address whose email is returned'),
  })
  .meta({ examples: [{ oldestWaitingSeconds: null, failing: 1 }] })

/** An address whose email is returned: since when, and the refusing server's answer. */
export const failingAddress = z.object({ address: z.string(), since: moment, why: z.string() })

const failingExample = {
  address: 'riley.rep@harbourvale.example',
  since: '2026-05-04T08:12:01.000Z',
  why: '550 5.1.1 no such mailbox',
}

export const failingList = z
  .object({
    failing: z.array(failingAddress.extend({ accounts: z.array(account) })),
    hasMore: z.boolean(),
  })
  .meta({ examples: [{ failing: [{ ...failingExample, accounts: [messageExample.about] }], hasMore: false }] })

export const clearedAddress = z.strictObject({ address: typedAddress })

/** Goes to the administrator's own address if none is given. */
export const testMailOrder = z.strictObject({ to: typedAddress.nullable().default(null) })

export const testMailQueued = z
  .object({ kind: z.string(), id: z.uuid(), text: z.string() })
  .meta({ examples: [{ kind: 'queued', id: messageExample.id, text: 'A test email is on its way.' }] })

/** The DNS records of the sender's domain. */
export const senderChecks = z
  .object({
    checks: z.array(
      z.object({
        record: z.enum(senderRecords),
        verdict: z.enum(senderVerdicts),
        name: z.string().describe('The DNS name that was looked up'),
        found: z.string().nullable().describe('The record that was found'),
        text: z.string().describe('Text for people'),
        publish: z.object({ name: z.string(), text: z.string() }).nullable().describe('A TXT record to publish'),
      }),
    ),
  })
  .meta({
    examples: [
      {
        checks: [
          {
            record: 'spf',
            verdict: 'found',
            name: 'harbourvale.example',
            found: 'v=spf1 a:mail.harbourvale.example -all',
            text: 'SPF says which servers may send for harbourvale.example.',
            publish: null,
          },
        ],
      },
    ],
  })

export type MailMessage = z.infer<typeof message>
export type MailHealth = z.infer<typeof mailHealth>
export type FailingList = z.infer<typeof failingList>
export type SenderChecks = z.infer<typeof senderChecks>
export type SenderCheck = SenderChecks['checks'][number]
export type MailQuery = z.infer<typeof mailQuery>
export type MailPage = z.infer<typeof mailPage>
