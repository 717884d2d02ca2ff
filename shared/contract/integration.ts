import { z } from 'zod'
import { orderKinds, orderSources, orderStatuses, quoteStatuses } from './order-status.ts'
import { text } from './text.ts'

/** What other systems send and read under /api/v1, signed in by a service token. */
const mostRows = 1000

/** Loose on purpose: each row is judged on its own, and a bad one doesn't stop the others. `shape` describes a row. */
export const rowsOf = (shape: z.ZodType) =>
  z.object({
    rows: z
      .array(z.unknown().meta(z.toJSONSchema(shape, { io: 'input' })))
      .min(1)
      .max(mostRows),
  })

const rowProblem = z.object({ field: z.string(), message: z.string() })

export const rowResults = z
  .object({
    results: z.array(
      z.object({
        row: z.number().int().min(0),
        outcome: z.enum(['created', 'updated', 'unchanged', 'rejected']),
        problem: rowProblem.optional(),
      }),
    ),
  })
  .meta({
    examples: [
      {
        results: [
          { row: 0, outcome: 'created' },
          { row: 1, outcome: 'rejected', problem: { field: 'priceCents', message: "It can't be negative." } },
        ],
      },
    ],
  })

const status = z.enum([...orderStatuses, ...quoteStatuses])

export const feedQuery = z.object({
  after: text().max(100).optional().describe('The cursor of the previous answer; absent at the start'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})

const moment = z.iso.datetime()

const feedOrder = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(orderKinds),
  source: z.enum(orderSources),
  status,
  accountNumber: z.string().describe('Of the retailer'),
  orderedBy: z.string().describe('Username of the rep or the contact'),
  capturedAt: moment,
  receivedAt: moment,
  note: z.string(),
  customerNote: z.string(),
  purchaseOrder: z.string().describe('Number under which the retailer keeps it; empty if there is none'),
  requestedDay: z.iso.date().nullable().describe('Held until this day'),
  validUntil: z.iso.date().nullable().describe('Last day of a quote'),
  quoteId: z.uuid().nullable().describe('The quote that became this order'),
  totalCents: z.number().int(),
  lines: z.array(z.object({ code: z.string(), quantity: z.number().int(), priceCents: z.number().int() })),
})

export const orderFeed = z.object({ orders: z.array(feedOrder), cursor: z.string() }).meta({
  examples: [
    {
      orders: [
        {
          id: '0192f0c1-0000-7000-8000-00000000000c',
          number: 'O100001',
          kind: 'order',
          source: 'app',
          status: 'received',
          accountNumber: 'HV2001',
          orderedBy: 'riley.rep@harbourvale.example',
          capturedAt: '2026-05-04T08:12:00.000Z',
          receivedAt: '2026-05-04T08:12:01.000Z',
          note: '',
          customerNote: '',
          purchaseOrder: '',
          requestedDay: null,
          validUntil: null,
          quoteId: null,
          totalCents: 960,
          lines: [{ code: 'P00001', quantity: 2, priceCents: 480 }],
        },
      ],
      cursor: 'Zm9v.4711.0192f0c1-0000-7000-8000-00000000000c',
    },
  ],
})

export const orderId = z.object({ id: z.uuid() })
export const statusChange = z.strictObject({ status })
export const statusChanged = z
  .object({ outcome: z.enum(['updated', 'unchanged']), status })
  .meta({ examples: [{ outcome: 'updated', status: 'confirmed' }] })

export type RowProblem = z.infer<typeof rowProblem>
export type RowResult = z.infer<typeof rowResults>['results'][number]
export type OrderFeed = z.infer<typeof orderFeed>
