/** A price that holds from a quantity on, on certain days. Days are `YYYY-MM-DD`, both ends included; null is open. */
export type PriceRow = {
  priceCents: number
  minimumQuantity: number
  validFrom: string | null
  validUntil: string | null
}

export type PriceSources = {
  retailerPrices: readonly PriceRow[]
  /** The rows of the price list that the retailer has, if it has one. */
  listPrices: readonly PriceRow[]
  basePriceCents: number
}

export type PriceSource = 'retailer' | 'list' | 'base'
export type Price = { priceCents: number; source: PriceSource; minimumQuantity: number }

/** `day` is the day in the organisation's time zone (`dayIn`). */
export type PriceQuestion = { quantity: number; day: string }

/**
 * The price of one unit, net, in the currency's minor unit.
 *
 * The retailer's own prices come first, then its price list, then the base price. The first source with a row for this
 * day and quantity decides. Within it, the row with the largest minimum quantity applies; of two such rows, the one
 * that began last.
 */
export function priceOf({ retailerPrices, listPrices, basePriceCents }: PriceSources, question: PriceQuestion): Price {
  const own = bestRow(retailerPrices, question)
  if (own) return { priceCents: own.priceCents, source: 'retailer', minimumQuantity: own.minimumQuantity }
  const listed = bestRow(listPrices, question)
  if (listed) return { priceCents: listed.priceCents, source: 'list', minimumQuantity: listed.minimumQuantity }
  return { priceCents: basePriceCents, source: 'base', minimumQuantity: 1 }
}

/** Each quantity at which the price changes on this day, smallest first. The first one is the price of a single unit. */
export function priceBreaks(sources: PriceSources, day: string): Price[] {
  const quantities = [...sources.retailerPrices, ...sources.listPrices].map(row => row.minimumQuantity)
  const steps = [...new Set([1, ...quantities])].sort((one, other) => one - other)
  const prices = steps.map(quantity => ({ ...priceOf(sources, { quantity, day }), minimumQuantity: quantity }))
  return prices.filter((price, place) => price.priceCents !== prices[place - 1]?.priceCents)
}

/** True on the days on which the row applies. */
function isValidOn({ validFrom, validUntil }: PriceRow, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil)
}

function bestRow(rows: readonly PriceRow[], { quantity, day }: PriceQuestion): PriceRow | undefined {
  const valid = rows.filter(row => row.minimumQuantity <= quantity && isValidOn(row, day))
  return valid.reduce<PriceRow | undefined>((best, row) => (best && !isBetter(row, best) ? best : row), undefined)
}

/** A total order, so that the same rows give the same price in whatever order a database returns them. */
function isBetter(row: PriceRow, best: PriceRow): boolean {
  if (row.minimumQuantity !== best.minimumQuantity) return row.minimumQuantity > best.minimumQuantity
  const [from, bestFrom] = [row.validFrom ?? '', best.validFrom ?? '']
  if (from !== bestFrom) return from > bestFrom
  return row.priceCents < best.priceCents
}
