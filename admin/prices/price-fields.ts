import type { z } from 'zod'
import type { PriceRowPage, priceToSet } from '../../shared/contract/prices.ts'
import type { Field, Texts } from '../ui/fields.ts'
import { amountOf, centsOf } from '../ui/money.ts'

export type PriceRow = PriceRowPage['prices'][number]

const amountField = (currency: string): Field => ({
  name: 'priceCents',
  label: `Price of one unit (${currency})`,
  description: 'Net.',
  keys: 'decimal',
})

const endField: Field = {
  name: 'validUntil',
  label: 'Last day',
  description: 'Leave it empty for no end.',
  type: 'date',
}

export const newPriceFields = (currency: string): Field[] => [
  { name: 'code', label: 'Product code' },
  amountField(currency),
  {
    name: 'minimumQuantity',
    label: 'From quantity',
    description: 'The smallest quantity that gets this price.',
    keys: 'numeric',
  },
  { name: 'validFrom', label: 'First day', description: 'Leave it empty for always.', type: 'date' },
  endField,
]

/** Product, quantity and first day say which price it is, so they stay. */
export const priceChangeFields = (currency: string): Field[] => [amountField(currency), endField]

export const emptyPrice: Texts = { code: '', priceCents: '', minimumQuantity: '1', validFrom: '', validUntil: '' }

export const toPriceTexts = (row: PriceRow): Texts => ({
  code: row.code,
  priceCents: amountOf(row.priceCents),
  minimumQuantity: String(row.minimumQuantity),
  validFrom: row.validFrom ?? '',
  validUntil: row.validUntil ?? '',
})

export const toPrice = (draft: Texts): z.input<typeof priceToSet> => ({
  code: draft.code ?? '',
  priceCents: centsOf(draft.priceCents ?? ''),
  minimumQuantity: Number(draft.minimumQuantity || Number.NaN),
  validFrom: draft.validFrom || null,
  validUntil: draft.validUntil || null,
})

/** When a price applies: "from 3 May 2026", "until 31 May 2026". */
export function daysOf({ validFrom, validUntil }: Pick<PriceRow, 'validFrom' | 'validUntil'>): string {
  if (validFrom === null && validUntil === null) return 'Always'
  if (validFrom === null) return `Until ${dayWords(validUntil ?? '')}`
  return validUntil === null ? `From ${dayWords(validFrom)}` : `${dayWords(validFrom)} to ${dayWords(validUntil)}`
}

/** A day has no zone, so it is read and written in UTC. */
export const dayWords = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
