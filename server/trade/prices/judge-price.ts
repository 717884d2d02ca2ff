import type { RowProblem } from '../../../shared/contract/integration.ts'
import type { ListPriceToWrite } from '../../../shared/contract/trade-rows.ts'

/** What identifies a price beside its owner and its product. */
export type PriceKey = { minimum_quantity: number; valid_from: string | null }
export type PriceValue = { valid_until: string | null; price_cents: number }

type GivenPrice = Omit<ListPriceToWrite, 'priceList'>

export const priceKeyOf = ({ minimumQuantity, validFrom }: GivenPrice): PriceKey => ({
  minimum_quantity: minimumQuantity ?? 1,
  valid_from: validFrom ?? null,
})

/** The end and the amount of a price. A row that doesn't state the end keeps the present one. */
export function judgePrice(given: GivenPrice, before: PriceValue | undefined): PriceValue | RowProblem {
  const validUntil = given.validUntil === undefined ? (before?.valid_until ?? null) : given.validUntil
  const from = given.validFrom ?? null
  if (from !== null && validUntil !== null && validUntil < from) {
    return { field: 'validUntil', message: `This price would end before it begins on ${from}.` }
  }
  return { valid_until: validUntil, price_cents: given.priceCents }
}

export const unknownProduct = (code: string): RowProblem => ({
  field: 'code',
  message: `There is no product with the code ${code}.`,
})
