import type { CacheRows } from '../device/rows.ts'

/** What one of a product is: "case of 24", or only its unit. */
export const unitWords = ({ unit, packSize }: Pick<CacheRows['products'], 'unit' | 'packSize'>): string =>
  packSize > 1 ? `${unit} of ${packSize}` : unit
