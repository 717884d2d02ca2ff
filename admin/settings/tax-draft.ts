import type { TaxClass } from '../../shared/contract/tax-classes.ts'

/** The rate as typed, in percent. */
export type TaxDraft = Omit<TaxClass, 'rateBasisPoints'> & { rateBasisPoints: string }

export const percentOf = (basisPoints: number): string => String(basisPoints / 100)

/** Accepts a comma or a point. Text that is no number becomes NaN, which the shape refuses with its own sentence. */
export function toTaxClass({ rateBasisPoints, ...draft }: TaxDraft): TaxClass {
  const typed = rateBasisPoints.trim().replace('%', '').replace(',', '.').trim()
  return { ...draft, rateBasisPoints: typed === '' ? Number.NaN : hundredths(Number(typed)) }
}

/** Keeps a third decimal, so that the shape refuses it. Without the rounding, 17.1 × 100 is not 1710. */
const hundredths = (percent: number) => Number((percent * 100).toFixed(6))
