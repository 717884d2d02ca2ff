import { z } from 'zod'
import { pictureLimits } from './picture-lists.ts'
import { productGaps, productSorts, productStatuses } from './product-lists.ts'
import { filledText, shortText, text } from './text.ts'
import { productToWrite } from './trade-rows.ts'
import { sortOrders } from './user-lists.ts'

/** Every word of `search` must be part of the product's code, name or barcode. */
export const productQuery = z.object({
  search: text().max(100).default(''),
  category: z.uuid().optional().describe('With the categories below it'),
  status: z.enum(productStatuses).optional(),
  without: z.enum(productGaps).optional(),
  sort: z.enum(productSorts).default('name'),
  order: z.enum(sortOrders).default('ascending'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
})

const productSummary = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  category: z.string().describe('The path, such as Drinks > Soft drinks; empty if it has none'),
  unit: z.string(),
  packSize: z.number().int(),
  barcode: z.string(),
  priceCents: z.number().int().describe('The base price, net'),
  status: z.enum(productStatuses),
  picture: z.string().nullable().describe('The hash of the first picture'),
})

const example = {
  id: '0192f0c1-0000-7000-8000-00000000000b',
  code: 'TEA-12',
  name: 'Breakfast tea',
  category: 'Drinks > Hot drinks',
  unit: 'case',
  packSize: 12,
  barcode: '5012345678900',
  priceCents: 420,
  status: 'active' as const,
  picture: null,
}

export const productPage = z
  .object({
    products: z.array(productSummary),
    total: z.number().int().describe('10001 if there are more than 10000'),
    page: z.number().int(),
    size: z.number().int(),
    currency: z.string().describe('ISO 4217'),
  })
  .meta({ examples: [{ products: [example], total: 1, page: 1, size: 20, currency: 'GBP' }] })

const productPicture = z.object({
  id: z.uuid(),
  hash: z.string().describe('Part of its address'),
  alt: z.string().describe('What it shows, for users who cannot see it'),
})

const taxClasses = z.array(z.object({ code: z.string(), name: z.string() })).describe('Those that a product may have')

/** What the form of a new product offers. */
export const productChoices = z
  .object({ currency: z.string().describe('ISO 4217'), taxClasses })
  .meta({ examples: [{ currency: 'GBP', taxClasses: [{ code: 'standard', name: 'Standard' }] }] })

export const productDetails = productSummary
  .omit({ picture: true })
  .extend({
    taxClass: z.string(),
    description: z.string(),
    version: z.string().describe('Of the fields: a change sends the version that it was made from'),
    pictures: z.array(productPicture),
    currency: z.string().describe('ISO 4217'),
    taxClasses,
  })
  .meta({
    examples: [
      {
        id: example.id,
        code: example.code,
        name: example.name,
        category: example.category,
        unit: example.unit,
        packSize: example.packSize,
        barcode: example.barcode,
        priceCents: example.priceCents,
        status: example.status,
        taxClass: 'standard',
        description: '',
        version: 'q7p3mX0aYb2K',
        pictures: [],
        currency: 'GBP',
        taxClasses: [{ code: 'standard', name: 'Standard' }],
      },
    ],
  })

export const productId = z.object({ id: z.uuid() })
export const pictureOfProduct = z.object({ id: z.uuid(), pictureId: z.uuid() })

const mostCents = 100_000_000

/** The rows of other systems, with words for a form. */
export const newProduct = productToWrite.omit({ isActive: true }).extend({
  code: filledText('Enter the code.', 60),
  name: filledText('Enter the name.', 200),
  priceCents: z
    .number('Enter an amount, such as 4.20.')
    .int('Enter an amount, such as 4.20.')
    .min(0, "A price can't be below zero.")
    .max(mostCents, 'This price is too high.')
    .describe('Net, in hundredths of the currency'),
  packSize: z
    .number('Enter a whole number, such as 12.')
    .int('Enter a whole number, such as 12.')
    .min(1, 'A pack has at least one unit.')
    .max(1_000_000, 'This number is too high.')
    .optional(),
})

/** The code stays: imports and other systems know the product by it. */
export const productChange = newProduct.omit({ code: true }).extend({ version: text().max(40) })

export const pictureOrder = z.strictObject({
  ids: z
    .array(z.uuid())
    .min(1)
    .max(pictureLimits.mostOfProduct)
    .describe('All pictures of the product, the first one first'),
})

export const pictureText = z.strictObject({ alt: shortText(200) })

export type ProductQuery = z.infer<typeof productQuery>
export type ProductPage = z.infer<typeof productPage>
export type ProductDetails = z.infer<typeof productDetails>
export type ProductChoices = z.infer<typeof productChoices>
export type NewProduct = z.infer<typeof newProduct>
export type ProductChange = z.infer<typeof productChange>
