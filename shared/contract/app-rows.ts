import { z } from 'zod'
import { orderSources, orderStatuses, quoteStatuses } from './order-status.ts'

/** The rows that the rep's app downloads. Every amount is in hundredths of the organisation's currency. */
export const moment = z.iso.datetime().describe('ISO 8601, UTC')
const cents = z.number().int().min(0).max(100_000_000)

export const collections = [
  'retailers',
  'contacts',
  'categories',
  'products',
  'prices',
  'priceBreaks',
  'listPrices',
  'visits',
  'orders',
  'returns',
  'targets',
] as const

const retailerRow = z.object({
  id: z.uuid(),
  name: z.string(),
  accountNumber: z.string(),
  territoryId: z.uuid(),
  address: z.object({ line: z.string(), town: z.string(), postcode: z.string() }),
  phone: z.string(),
  type: z.string(),
  grade: z.string(),
  chain: z.string(),
  creditStatus: z.enum(['good', 'watch', 'hold']).describe('On hold, an order waits for the office'),
  priceListId: z.uuid().nullable(),
  notes: z.string().describe('Written by the office'),
})

const contactRow = z.object({
  id: z.uuid(),
  retailerId: z.uuid(),
  fullName: z.string(),
  role: z.string().describe("The contact's job at the retailer"),
  email: z.string(),
  phone: z.string(),
  hasWebsiteAccess: z.boolean(),
})

const productRow = z.object({
  id: z.uuid(),
  code: z.string(),
  barcode: z.string().describe('EAN-13; empty if the product has none'),
  name: z.string(),
  category: z.string().describe('The path, such as Drinks > Soft drinks; empty if it has none'),
  unit: z.string(),
  priceCents: cents.describe('The base price'),
  packSize: z.number().int().min(1).describe('Units in one pack'),
  taxClass: z.string(),
  description: z.string(),
  pictures: z
    .array(z.object({ hash: z.string(), alt: z.string() }))
    .optional()
    .describe('In their order; each is downloaded by its hash. Absent in a row that an older server sent'),
})

const categoryRow = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  name: z.string(),
  path: z.string(),
  place: z.number().int().describe('Order among the categories of one parent'),
})

/** The price of a retailer for any quantity on any day. */
const priceRow = z.object({ id: z.uuid(), retailerId: z.uuid(), productId: z.uuid(), priceCents: cents })

const day = z.iso.date().describe('In the time zone of the organisation')
const conditions = {
  productId: z.uuid(),
  priceCents: cents,
  minimumQuantity: z.number().int().min(1),
  validFrom: day.nullable(),
  validUntil: day.nullable(),
}

/** The price of a retailer from a quantity on, or on certain days. */
const priceBreakRow = z.object({ id: z.uuid(), retailerId: z.uuid(), ...conditions })

const listPriceRow = z.object({ id: z.uuid(), priceListId: z.uuid(), ...conditions })

const visitRow = z.object({ id: z.uuid(), retailerId: z.uuid(), at: moment, note: z.string() })

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

const orderRow = z.object({ ...orderFacts, kind: z.enum(['order', 'quote']) })

/** An app from before returns takes every row of `orders` as something that was bought. */
const returnRow = z.object({ ...orderFacts, kind: z.literal('return') })

const targetRow = z.object({
  id: z.uuid(),
  month: z.string().regex(/^\d{4}-\d{2}$/),
  amountCents: z.number().int(),
  soldCents: z.number().int(),
})

export const rowShapes = {
  retailers: retailerRow,
  contacts: contactRow,
  categories: categoryRow,
  products: productRow,
  prices: priceRow,
  priceBreaks: priceBreakRow,
  listPrices: listPriceRow,
  visits: visitRow,
  orders: orderRow,
  returns: returnRow,
  targets: targetRow,
} as const

export type Collection = (typeof collections)[number]
export type RowOf<C extends Collection> = z.infer<(typeof rowShapes)[C]>
