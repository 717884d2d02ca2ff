export type TaxedLine = { quantity: number; priceCents: number; taxBasisPoints: number }
export type Totals = {
  netCents: number
  /** One entry for each rate, lowest rate first. */
  taxes: { basisPoints: number; netCents: number; taxCents: number }[]
  taxCents: number
  grossCents: number
}

/**
 * Net, tax and gross of lines with net prices. Tax is computed on the sum of each rate and rounded half up, once, so that
 * a document of 500 lines has no 500 roundings.
 */
export function totalsOf(lines: readonly TaxedLine[]): Totals {
  const sums = new Map<number, number>()
  for (const { quantity, priceCents, taxBasisPoints } of lines)
    sums.set(taxBasisPoints, (sums.get(taxBasisPoints) ?? 0) + quantity * priceCents)
  const taxes = [...sums]
    .sort(([one], [other]) => one - other)
    .map(([basisPoints, netCents]) => ({ basisPoints, netCents, taxCents: taxOf(netCents, basisPoints) }))
  const netCents = taxes.reduce((sum, tax) => sum + tax.netCents, 0)
  const taxCents = taxes.reduce((sum, tax) => sum + tax.taxCents, 0)
  return { netCents, taxes, taxCents, grossCents: netCents + taxCents }
}

/** In whole numbers, because 0.075 × 100 is not 7.5 in floating point. */
const taxOf = (netCents: number, basisPoints: number) => Math.floor((netCents * basisPoints + 5000) / 10_000)
