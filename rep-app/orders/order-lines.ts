import { priceFor } from '../catalogue/product-search.ts'
import type { Cache } from '../device/cache.ts'
import type { OrderPayload } from '../device/rows.ts'

/** `wasCents` is the captured price, if the current price differs. */
export type Line = OrderPayload['lines'][number] & { name: string; unit: string; wasCents?: number }

export const totalOf = (lines: readonly Pick<Line, 'quantity' | 'priceCents'>[]): number =>
  lines.reduce((total, { quantity, priceCents }) => total + quantity * priceCents, 0)

/** Adds one of a product. An existing line counts up, so that there is never a second one. */
export function addLine(lines: readonly Line[], added: Omit<Line, 'quantity'>): Line[] {
  const isThere = lines.some(({ productId }) => productId === added.productId)
  if (!isThere) return [...lines, { ...added, quantity: 1 }]
  return lines.map(line => (line.productId === added.productId ? { ...line, quantity: line.quantity + 1 } : line))
}

/** A quantity of zero or less removes the line. */
export function setQuantity(lines: readonly Line[], productId: string, quantity: number): Line[] {
  if (quantity < 1) return lines.filter(line => line.productId !== productId)
  return lines.map(line => (line.productId === productId ? { ...line, quantity: Math.min(quantity, 100_000) } : line))
}

/** The saved lines at current prices, with each change: most orders are rejected because of a changed price. */
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
