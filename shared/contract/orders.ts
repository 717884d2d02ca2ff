import { z } from 'zod'
import { historyActors, mostOrdersAtATime, orderPageSize } from './order-lists.ts'
import { orderKinds, orderSources, orderStatuses, quoteStatuses } from './order-status.ts'
import { text } from './text.ts'

/** What the office sees of orders, quotes and returns. Amounts are net, in hundredths of the currency. */
const moment = z.iso.datetime().describe('ISO 8601, UTC')
const day = z.iso.date().describe('In the time zone of the organisation')
const status = z.enum([...orderStatuses, ...quoteStatuses])
const cents = z.number().int()
const known = z.object({ id: z.uuid(), name: z.string() })

export const orderFilter = z.object({
  search: text().trim().max(100).optional().describe('A number, or words of the retailer or the note'),
  status: status.optional(),
  kind: z.enum(orderKinds).optional(),
  source: z.enum(orderSources).optional(),
  retailer: z.uuid().optional(),
  rep: z.uuid().optional().describe('The account that placed the order'),
  from: day.optional().describe('First day of receipt'),
  until: day.optional().describe('Last day of receipt, included'),
})

export const orderQuery = orderFilter.extend({
  before: z.uuid().optional().describe('Id of the last row on the previous page'),
  size: z.coerce.number().int().min(1).max(200).default(orderPageSize),
})

const orderRow = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(orderKinds),
  source: z.enum(orderSources),
  status,
  retailer: known,
  by: known.describe('The rep or contact who ordered'),
  capturedAt: moment,
  receivedAt: moment,
  requestedDay: day.nullable(),
  validUntil: day.nullable(),
  isHeld: z.boolean().describe('True until the requested day'),
  totalCents: cents,
})

const tax = z.object({ basisPoints: z.number().int(), netCents: cents, taxCents: cents })

const orderDetails = orderRow.extend({
  accountNumber: z.string().describe('Of the retailer'),
  isRetailerOpen: z.boolean(),
  contact: known.nullable().describe('Who ordered at the retailer, if the rep named a contact'),
  note: z.string(),
  customerNote: z.string(),
  purchaseOrder: z.string().describe('Number under which the retailer keeps it; empty if there is none'),
  quote: z.object({ id: z.uuid(), number: z.string() }).nullable().describe('The quote that became this order'),
  order: z.object({ id: z.uuid(), number: z.string() }).nullable().describe('The order that this quote became'),
  lines: z.array(
    z.object({
      productId: z.uuid(),
      product: z.string().describe('The product code'),
      name: z.string(),
      unit: z.string(),
      isSold: z.boolean(),
      quantity: z.number().int(),
      priceCents: cents,
      netCents: cents,
      taxBasisPoints: z.number().int(),
    }),
  ),
  totals: z.object({ netCents: cents, taxes: z.array(tax), taxCents: cents, grossCents: cents }),
  history: z.array(
    z.object({
      at: moment,
      status,
      actor: z.enum(historyActors),
      by: z.string().nullable().describe('Full name, or name of the service token'),
    }),
  ),
  currency: z.string().length(3),
})

const id = '0192f0c1-0000-7000-8000-00000000000c'
const exampleRow = {
  id,
  number: 'O100001',
  kind: 'order' as const,
  source: 'app' as const,
  status: 'received' as const,
  retailer: { id: '0192f0c1-0000-7000-8000-00000000000a', name: 'Corner Store' },
  by: { id: '0192f0c1-0000-7000-8000-000000000002', name: 'Riley Rep' },
  capturedAt: '2026-05-04T08:12:00.000Z',
  receivedAt: '2026-05-04T08:12:01.000Z',
  requestedDay: null,
  validUntil: null,
  isHeld: false,
  totalCents: 960,
}

export const orderPage = z
  .object({ rows: z.array(orderRow), hasMore: z.boolean(), currency: z.string().length(3) })
  .meta({ examples: [{ rows: [exampleRow], hasMore: false, currency: 'GBP' }] })

export const orderAnswer = orderDetails.meta({
  examples: [
    {
      ...exampleRow,
      accountNumber: 'HV2001',
      isRetailerOpen: true,
      contact: null,
      note: 'ring the bell',
      customerNote: '',
      purchaseOrder: '',
      quote: null,
      order: null,
      lines: [
        {
          productId: '0192f0c1-0000-7000-8000-00000000000b',
          product: 'P00001',
          name: 'Oat Drink 1 l',
          unit: 'case',
          isSold: true,
          quantity: 2,
          priceCents: 480,
          netCents: 960,
          taxBasisPoints: 2000,
        },
      ],
      totals: {
        netCents: 960,
        taxes: [{ basisPoints: 2000, netCents: 960, taxCents: 192 }],
        taxCents: 192,
        grossCents: 1152,
      },
      history: [{ at: '2026-05-04T08:12:01.000Z', status: 'received', actor: 'rep', by: 'Riley Rep' }],
      currency: 'GBP',
    },
  ],
})

export const ordersStatusBody = z.object({
  ids: z.array(z.uuid()).min(1).max(mostOrdersAtATime),
  status,
})

export const ordersStatusAnswer = z
  .object({
    results: z.array(
      z.object({
        id: z.uuid(),
        outcome: z.enum(['updated', 'unchanged', 'no-such-order', 'status-cannot-follow']),
      }),
    ),
  })
  .meta({ examples: [{ results: [{ id, outcome: 'updated' }] }] })

export const customerNoteBody = z.object({ note: text().trim().max(2000, 'Use at most 2000 characters.') })

export const quoteCheck = z
  .object({
    lines: z
      .array(z.object({ name: z.string(), quantity: z.number().int(), beforeCents: cents, priceCents: cents }))
      .describe('The lines whose price has changed since the quote'),
    unsold: z.array(z.string()).describe('Products that are no longer sold'),
    totalCents: cents.describe('At the prices of today, without products that are no longer sold'),
  })
  .meta({
    examples: [
      {
        lines: [{ name: 'Oat Drink 1 l', quantity: 2, beforeCents: 480, priceCents: 500 }],
        unsold: [],
        totalCents: 1000,
      },
    ],
  })

export const quoteOrderBody = z.object({ totalCents: cents.describe('The total that you saw in the check') })

export const quoteOrdered = z
  .object({ kind: z.literal('ordered'), id: z.uuid(), number: z.string() })
  .meta({ examples: [{ kind: 'ordered', id, number: 'O100002' }] })

export const orderPdf = z.string().meta({ examples: ['%PDF-1.3'] })

export const orderFile = z.string().meta({ examples: ['"Number","Kind"\r\n'] })

/** The accounts or retailers to filter by. */
export const choicesQuery = z.object({
  of: z.enum(['rep', 'retailer']).default('rep'),
  search: text().trim().max(100).default(''),
  id: z.uuid().optional().describe('Only this one'),
})
export const choices = z
  .object({ choices: z.array(known) })
  .meta({ examples: [{ choices: [{ id, name: 'Riley Rep' }] }] })

export const noteQuery = z.object({
  search: text().trim().max(100).optional(),
  retailer: z.uuid().optional(),
  rep: z.uuid().optional(),
  before: z.uuid().optional().describe('Id of the last row on the previous page'),
  size: z.coerce.number().int().min(1).max(200).default(orderPageSize),
})

const noteRow = z.object({ id: z.uuid(), retailer: known, by: known, capturedAt: moment, text: z.string() })
export const notePage = z.object({ rows: z.array(noteRow), hasMore: z.boolean() }).meta({
  examples: [
    {
      rows: [
        {
          id,
          retailer: exampleRow.retailer,
          by: exampleRow.by,
          capturedAt: '2026-05-04T08:12:00.000Z',
          text: 'Closed on Mondays.',
        },
      ],
      hasMore: false,
    },
  ],
})

export type OrderFilter = z.infer<typeof orderFilter>
export type OrderQuery = z.infer<typeof orderQuery>
export type OrderPage = z.infer<typeof orderPage>
export type OrderRow = z.infer<typeof orderRow>
export type OrderDetails = z.infer<typeof orderDetails>
export type OrdersStatus = z.infer<typeof ordersStatusBody>
export type StatusResults = z.infer<typeof ordersStatusAnswer>
export type QuoteCheck = z.infer<typeof quoteCheck>
export type QuoteOrdered = z.infer<typeof quoteOrdered>
export type Choices = z.infer<typeof choices>
export type ChoicesQuery = z.infer<typeof choicesQuery>
export type NoteQuery = z.infer<typeof noteQuery>
export type NotePage = z.infer<typeof notePage>
