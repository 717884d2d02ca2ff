import { z } from 'zod'
import { cents, day, moment } from './app-row-parts.ts'
import { orderRow, returnRow } from './order-rows.ts'

/** The rows that the rep's app downloads. Every amount is in hundredths of the organisation's currency. */

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
  'notes',
  'sales',
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

const noteRow = z.object({
  id: z.uuid(),
  retailerId: z.uuid(),
  capturedAt: moment,
  by: z.string().describe('Full name of the author'),
  text: z.string(),
})

/** What a retailer bought in a month of the organisation's time zone: orders without the cancelled ones. */
const salesRow = z.object({
  id: z.uuid(),
  retailerId: z.uuid(),
  month: z.string().regex(/^\d{4}-\d{2}$/),
  soldCents: z.number().int(),
  orders: z.number().int().min(0),
})

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
  notes: noteRow,
  sales: salesRow,
  targets: targetRow,
} as const

export type Collection = (typeof collections)[number]
export type RowOf<C extends Collection> = z.infer<(typeof rowShapes)[C]>
