import { z } from 'zod'
import { text } from '../../../shared/contract/text.ts'

/** What people edit in an address is forgiven: a wrong page or category shows the list, and no error. */
export const productQuery = z.object({
  q: text().trim().max(100).catch(''),
  category: z
    .string()
    .regex(/^[a-z0-9-]{1,200}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(5000).catch(1),
})

const id = z.uuid()
export const productParams = z.object({ id })
export const orderParams = z.object({ id })
export const ordersQuery = z.object({ before: id.optional().catch(undefined) })

/** Quantities are read by a function of their own, which says what is wrong. */
const typed = text().max(200).default('')

export const lineForm = z.object({ product: id, quantity: typed, from: text().max(400).default('') })

/** The names of the other fields hold the ids of products: `quantity-0192f0c1-…`. */
export const basketForm = z.looseObject({
  note: text().max(4000).default(''),
  purchaseOrder: text().max(200).default(''),
  requestedDay: text().max(40).default(''),
  remove: id.optional(),
  next: z.enum(['check', 'stay']).default('stay'),
})

export const placeForm = z.object({ key: id, seen: text().max(60_000).default('') })

/** The rows are `code-0`, `quantity-0`, `code-1` … */
export const quickOrderForm = z.looseObject({
  pasted: text().max(1_000_000).default(''),
  next: z.enum(['add', 'check']).default('add'),
  use: z.union([z.literal('all'), z.string().regex(/^\d{1,3}$/)]).optional(),
})
