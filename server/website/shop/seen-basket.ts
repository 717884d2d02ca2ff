import { createHash } from 'node:crypto'
import type { OrderPayload } from '../../../shared/contract/app.ts'
import type { BasketFacts } from './baskets.store.ts'

type Lines = OrderPayload['lines']
export type SeenBasket = { digest: string; lines: Lines }

/**
 * What a page shows of a basket, for its form to send back: the order that a contact places is the one that they saw.
 * No price is trusted: the check of the order compares each one with the retailer's own.
 */
export function writeSeen({ facts, lines }: { facts: BasketFacts; lines: Lines }): string {
  const written = lines.map(({ productId, quantity, priceCents }) => `${productId}.${quantity}.${priceCents}`)
  return [digestOf(facts), ...written].join('_')
}

export function readSeen(text: string): SeenBasket | undefined {
  const [digest = '', ...written] = text.split('_')
  const lines = written.flatMap(line => {
    const [, productId, quantity, priceCents] = /^([\da-f-]{36})\.(\d{1,6})\.(\d{1,10})$/.exec(line) ?? []
    return productId === undefined ? [] : [{ productId, quantity: Number(quantity), priceCents: Number(priceCents) }]
  })
  return lines.length === written.length ? { digest, lines } : undefined
}

/** Of note, number and day, which may be long. */
const digestOf = ({ note, purchaseOrder, requestedDay }: BasketFacts): string =>
  createHash('sha256')
    .update(JSON.stringify([note, purchaseOrder, requestedDay]))
    .digest('hex')
    .slice(0, 16)

/** True if the basket still has these products in these quantities, and these facts. Prices are judged elsewhere. */
export function isSameBasket(
  seen: SeenBasket,
  now: { facts: BasketFacts; lines: readonly Omit<Lines[number], 'priceCents'>[] },
): boolean {
  const quantities = new Map(now.lines.map(({ productId, quantity }) => [productId, quantity]))
  return (
    seen.digest === digestOf(now.facts) &&
    seen.lines.length === quantities.size &&
    seen.lines.every(({ productId, quantity }) => quantities.get(productId) === quantity)
  )
}
