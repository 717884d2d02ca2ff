import { z } from 'zod'
import { accountNumber, cents, day, error, line, productCode, remark, username, whole } from './row-fields.ts'
import { text } from './text.ts'

/** Rows of the trade, each with the key that other systems know it by. A field that is left out stays unchanged. */

export const productToWrite = z.strictObject(
  {
    code: productCode,
    name: line('A product needs a name.', 200).optional(),
    category: text('A category is text.')
      .trim()
      .max(200, 'A category has at most 200 characters.')
      .describe('A path of up to three names, such as Drinks > Soft drinks')
      .optional(),
    unit: line('Say what is sold, such as case.', 40).describe('Default: each').optional(),
    barcode: text()
      .trim()
      .regex(/^\d{8,14}$|^$/, 'A barcode has 8 to 14 digits.')
      .optional(),
    packSize: whole('Say how many units a pack has.', { least: 1, most: 1_000_000 }).optional(),
    priceCents: cents('This is no price.').describe('Net, in hundredths of the currency').optional(),
    taxClass: line('Name a tax class.', 30).describe('Default: standard').optional(),
    description: text('A description is text.').max(4000, 'A description has at most 4000 characters.').optional(),
    isActive: z.boolean('Write true or false.').describe('Inactive products stay on old orders').optional(),
  },
  { error },
)

export const categoryToWrite = z.strictObject(
  {
    path: line('Every row needs a path, such as Drinks > Soft drinks.', 200),
    place: whole('A place is a whole number.', { least: 0, most: 1_000_000 })
      .describe('Sorts a category among those with the same parent, smallest first. Default: 0')
      .optional(),
  },
  { error },
)

const price = {
  code: productCode,
  minimumQuantity: whole('Say from which quantity the price applies.', { least: 1, most: 100_000 })
    .describe('The smallest quantity that gets this price. Default: 1')
    .optional(),
  validFrom: day.describe('The first day, in the time zone of the organisation. Default: null, always').optional(),
  validUntil: day.describe('The last day. Default: null, no end').optional(),
  priceCents: cents('This is no price.').describe('Net, for one unit, in hundredths of the currency'),
}

export const listPriceToWrite = z.strictObject(
  { priceList: line('Every row needs the name of a price list.', 100), ...price },
  { error },
)

export const retailerPriceToWrite = z.strictObject({ accountNumber, ...price }, { error })

export const targetToWrite = z.strictObject(
  {
    username: username.describe('Of a rep'),
    month: line('Every row needs a month.', 7).regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, 'Write a month as YYYY-MM.'),
    amountCents: whole('A target is a whole number of cents.', { least: 0, most: 1_000_000_000_000 }),
    soldCents: whole('Sales are a whole number of cents.', { least: 0, most: 1_000_000_000_000 })
      .describe('Left out: the orders of the month, counted by Fieldkey')
      .optional(),
  },
  { error },
)

export const visitToWrite = z.strictObject(
  {
    reference: line('A reference is text, such as the number of the visit in your system.', 100)
      .describe('Finds the visit again. Without one, rep, retailer and time find it')
      .optional(),
    username: username.describe('Of the rep who visits').optional(),
    accountNumber: accountNumber.describe('Of the retailer, in a territory of the rep').optional(),
    at: z.iso
      .datetime({ offset: true, error: 'Write a moment with its zone, such as 2026-05-04T09:30:00Z.' })
      .describe('ISO 8601 with Z or an offset')
      .optional(),
    note: remark('A note is text.', 2000).optional(),
  },
  { error },
)

export type ProductToWrite = z.infer<typeof productToWrite>
export type CategoryToWrite = z.infer<typeof categoryToWrite>
export type ListPriceToWrite = z.infer<typeof listPriceToWrite>
export type RetailerPriceToWrite = z.infer<typeof retailerPriceToWrite>
export type TargetToWrite = z.infer<typeof targetToWrite>
export type VisitToWrite = z.infer<typeof visitToWrite>
