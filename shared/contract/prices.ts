import { z } from 'zod'
import { filledText, text } from './text.ts'

const page = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
}
const pages = {
  total: z.number().int().describe('10001 if there are more than 10000'),
  page: z.number().int(),
  size: z.number().int(),
}
const exampleId = '0192f0c1-0000-7000-8000-000000000051'

/** Every word of `search` must be part of the name. */
export const priceListQuery = z.object({ search: text().max(100).default(''), ...page })

const priceList = z.object({
  id: z.uuid(),
  name: z.string(),
  prices: z.number().int().describe('Number of its rows'),
  retailers: z.number().int().describe('Number of retailers that use it'),
})

const exampleList = { id: exampleId, name: 'Cafes', prices: 120, retailers: 8 }

export const priceListPage = z
  .object({ priceLists: z.array(priceList), ...pages })
  .meta({ examples: [{ priceLists: [exampleList], total: 1, page: 1, size: 20 }] })

export const priceListDetails = priceList
  .extend({
    users: z.array(z.object({ id: z.uuid(), name: z.string() })).describe('The first 100 retailers that use it'),
  })
  .meta({ examples: [{ ...exampleList, users: [{ id: exampleId, name: 'Corner Store' }] }] })

export const priceOwner = z.object({ id: z.uuid() })
export const ownedPrice = z.object({ id: z.uuid(), priceId: z.uuid() })
export const priceListName = z.strictObject({ name: filledText('Enter a name.', 100) })

/** Every word of `search` must be part of the product's code, name or barcode. */
export const priceRowQuery = z.object({ search: text().max(100).default(''), ...page })

const day = z.iso.date().nullable()

const priceRow = z.object({
  id: z.uuid(),
  productId: z.uuid(),
  code: z.string(),
  product: z.string(),
  minimumQuantity: z.number().int(),
  validFrom: day.describe('In the time zone of the organisation'),
  validUntil: day,
  priceCents: z.number().int(),
})

export const priceRowPage = z
  .object({ prices: z.array(priceRow), currency: z.string().describe('ISO 4217'), ...pages })
  .meta({
    examples: [
      {
        prices: [
          {
            id: exampleId,
            productId: exampleId,
            code: 'TEA-12',
            product: 'Breakfast tea',
            minimumQuantity: 10,
            validFrom: null,
            validUntil: null,
            priceCents: 380,
          },
        ],
        currency: 'GBP',
        total: 1,
        page: 1,
        size: 20,
      },
    ],
  })

const amount = 'Enter an amount, such as 4.20.'
const quantity = z
  .number('Enter a whole number, such as 12.')
  .int('Enter a whole number, such as 12.')
  .min(1, 'The smallest quantity is 1.')
  .max(100_000, 'This number is too high.')
const givenDay = z.iso.date('Enter a day, or leave it empty.').nullable()

/** A price by its product, quantity and first day. With those of an existing row, it changes that row. */
export const priceToSet = z.strictObject({
  code: filledText('Enter the code of a product.', 60),
  minimumQuantity: quantity,
  validFrom: givenDay,
  validUntil: givenDay,
  priceCents: z
    .number(amount)
    .int(amount)
    .min(0, "A price can't be below zero.")
    .max(100_000_000, 'This price is too high.'),
})

/** What the retailer pays for a quantity of a product on a day. */
export const priceCheckQuery = z.object({
  code: filledText('Enter the code of a product.', 60),
  quantity: z.coerce.number().int().min(1).max(100_000).default(1),
  day: z.iso.date().optional().describe('In the time zone of the organisation; today if left out'),
})

export const priceCheck = z
  .object({
    product: z.string(),
    day: z.iso.date(),
    currency: z.string().describe('ISO 4217'),
    priceCents: z.number().int().describe('Of one unit, net'),
    source: z.enum(['retailer', 'list', 'base']),
    priceList: z.string().nullable().describe('The name of the list that the retailer has'),
    minimumQuantity: z.number().int().describe('From which this price applies'),
    breaks: z
      .array(z.object({ minimumQuantity: z.number().int(), priceCents: z.number().int() }))
      .describe('Each quantity at which the price changes on this day'),
  })
  .meta({
    examples: [
      {
        product: 'Breakfast tea',
        day: '2026-05-04',
        currency: 'GBP',
        priceCents: 380,
        source: 'list',
        priceList: 'Cafes',
        minimumQuantity: 10,
        breaks: [
          { minimumQuantity: 1, priceCents: 420 },
          { minimumQuantity: 10, priceCents: 380 },
        ],
      },
    ],
  })

export type PriceListQuery = z.infer<typeof priceListQuery>
export type PriceListPage = z.infer<typeof priceListPage>
export type PriceListDetails = z.infer<typeof priceListDetails>
export type PriceRowQuery = z.infer<typeof priceRowQuery>
export type PriceRowPage = z.infer<typeof priceRowPage>
export type PriceToSet = z.infer<typeof priceToSet>
export type PriceCheck = z.infer<typeof priceCheck>
