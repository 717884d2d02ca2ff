import type { Cache } from '../device/cache.ts'
import type { OrderPayload } from '../device/rows.ts'
import { priceFor } from '../products/find-products.ts'

/** `wasCents`: what was captured, where today's price is another one. */
export type Line = OrderPayload['lines'][number] & { name: string; unit: string; wasCents?: number }

export const totalOf = (lines: readonly Pick<Line, 'quantity' | 'priceCents'>[]): number =>
  lines.reduce((total, { quantity, priceCents }) => total + quantity * priceCents, 0)

/** One more of a product: the line that is there counts up, and no second one appears. */
export function addLine(lines: readonly Line[], added: Omit<Line, 'quantity'>): Line[] {
  const isThere = lines.some(({ productId }) => productId === added.productId)
  if (!isThere) return [...lines, { ...added, quantity: 1 }]
  return lines.map(line => (line.productId === added.productId ? { ...line, quantity: line.quantity + 1 } : line))
}

/** Nothing, or less, takes the line out. */
export function setQuantity(lines: readonly Line[], productId: string, quantity: number): Line[] {
  if (quantity < 1) return lines.filter(line => line.productId !== productId)
  return lines.map(line => (line.productId === productId ? { ...line, quantity: Math.min(quantity, 100_000) } : line))
}

/** What was saved, at today's prices, each change beside it: a changed price is what most orders come back for. */
export async function refreshLines(cache: Cache, { retailerId, lines }: OrderPayload): Promise<Line[]> {
  const products = await cache.products.bulkGet(lines.map(({ productId }) => productId))
  const fresh = await Promise.all(
    lines.map(async (line, place) => {
      const product = products[place]
      if (!product) return undefined
      const priceCents = await priceFor(cache, product, retailerId)
      const was = priceCents === line.priceCents ? {} : { wasCents: line.priceCents }
      return { ...line, name: product.name, unit: product.unit, priceCents, ...was }
    }),
  )
  return fresh.filter(line => line !== undefined)
}
