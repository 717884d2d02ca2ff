import type { Offer, ReadOffers } from '../catalogue/offers.ts'
import type { Cache } from '../device/cache.ts'
import type { OrderPayload } from '../device/rows.ts'
import { MOST_OF_A_LINE } from './quantity.ts'

/** `wasCents` is the captured price, if the current price differs. */
export type Line = OrderPayload['lines'][number] & {
  name: string
  unit: string
  offer: Offer
  wasCents?: number
}

export type NewLine = Omit<Line, 'quantity' | 'priceCents' | 'wasCents'>

export const totalOf = (lines: readonly Pick<Line, 'quantity' | 'priceCents'>[]): number =>
  lines.reduce((total, { quantity, priceCents }) => total + quantity * priceCents, 0)

/** Adds one of a product, as the newest line. An existing line counts up, so that there is never a second one. */
export function addLine(lines: readonly Line[], added: NewLine): Line[] {
  const isAdded = ({ productId }: Line) => productId === added.productId
  const { quantity } = lines.find(isAdded) ?? { quantity: 0 }
  return [...lines.filter(line => !isAdded(line)), priced(added, quantity + 1)]
}

/** Sets the quantity in its place, or as the newest line. */
export function putLine(lines: readonly Line[], added: NewLine, quantity: number): Line[] {
  if (lines.some(({ productId }) => productId === added.productId)) return setQuantity(lines, added.productId, quantity)
  return setQuantity([...lines, priced(added, 1)], added.productId, quantity)
}

/** A quantity of zero or less removes the line. */
export function setQuantity(lines: readonly Line[], productId: string, quantity: number): Line[] {
  if (quantity < 1) return lines.filter(line => line.productId !== productId)
  return lines.map(line => (line.productId === productId ? priced(line, Math.min(quantity, MOST_OF_A_LINE)) : line))
}

/** The price follows the quantity: a break may apply. */
function priced({ wasCents: _, ...line }: NewLine & Pick<Line, 'wasCents'>, quantity: number): Line {
  return { ...line, quantity, priceCents: line.offer.priceAt(quantity) }
}

type Catalogue = { cache: Cache; readOffers: ReadOffers }

/** The saved lines at current prices, with each change: most orders are rejected because of a changed price. */
export async function refreshLines(catalogue: Catalogue, { retailerId, lines }: OrderPayload): Promise<Line[]> {
  const { cache, readOffers } = catalogue
  const found = await cache.products.bulkGet(lines.map(({ productId }) => productId))
  const sold = found.filter(product => product !== undefined)
  const offers = await readOffers(sold, retailerId)
  const byId = new Map(sold.map((product, place) => [product.id, { product, offer: offers[place] }]))
  return lines.flatMap(line => {
    const { product, offer } = byId.get(line.productId) ?? {}
    if (!product || !offer) return []
    const priceCents = offer.priceAt(line.quantity)
    const was = priceCents === line.priceCents ? {} : { wasCents: line.priceCents }
    return { ...line, name: product.name, unit: product.unit, offer, priceCents, ...was }
  })
}
