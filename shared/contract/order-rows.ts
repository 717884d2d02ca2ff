import { z } from 'zod'
import { cents, day, moment } from './app-row-parts.ts'
import { orderSources, orderStatuses, quoteStatuses } from './order-status.ts'

export const orderLine = z.object({
  productId: z.uuid(),
  quantity: z.number().int().min(1).max(100_000),
  priceCents: cents,
})

/** Absent in rows that a device downloaded before the server sent these fields. */
const orderLife = {
  source: z.enum(orderSources).optional(),
  status: z.enum([...orderStatuses, ...quoteStatuses]).optional(),
  requestedDay: day.nullable().optional().describe('Held until this day'),
  validUntil: day.nullable().optional().describe('Last day of a quote'),
  quoteId: z.uuid().nullable().optional().describe('The quote that became this order'),
  contactId: z.uuid().nullable().optional(),
  customerNote: z.string().optional().describe('Written by the office for the customer'),
}

const orderFacts = {
  id: z.uuid(),
  number: z.string(),
  retailerId: z.uuid(),
  capturedAt: moment,
  by: z.string().describe('Full name of the rep who captured it'),
  totalCents: z.number().int(),
  lines: z.array(
    orderLine.extend({ name: z.string().optional().describe('Of the product, even if it is no longer sold') }),
  ),
  ...orderLife,
}

export const orderRow = z.object({ ...orderFacts, kind: z.enum(['order', 'quote']) })

/** An app from before returns takes every row of `orders` as something that was bought. */
export const returnRow = z.object({ ...orderFacts, kind: z.literal('return') })
