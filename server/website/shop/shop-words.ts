import type { OrderKind, OrderStatus } from '../../../shared/contract/order-status.ts'
import { dayIn } from '../../../shared/prices/day-in.ts'

export const moneyWords = (cents: number, currency: string): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(cents / 100)

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** A day has no time zone: 2026-05-04 is 4 May 2026 everywhere. */
export const dayWords = (day: string): string => days.format(new Date(`${day}T00:00:00Z`))

/** The day of a moment in the organisation's time zone. */
export const dayOf = (moment: string | Date, timeZone: string): string => dayWords(dayIn(timeZone, new Date(moment)))

export const statusWords: Record<OrderStatus, string> = {
  received: 'Received',
  'on-hold': 'On hold',
  confirmed: 'Confirmed',
  shipped: 'Shipped',
  invoiced: 'Invoiced',
  cancelled: 'Cancelled',
  open: 'Open',
  ordered: 'Ordered',
  lapsed: 'Lapsed',
  withdrawn: 'Withdrawn',
}

export const kindWords: Record<OrderKind, string> = { order: 'Order', quote: 'Quote', return: 'Return' }

const plural = new Intl.PluralRules('en-GB')

/** "1 line", "3 lines". */
export const countWords = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${plural.select(count) === 'one' ? one : many}`

/** "case of 6", or the unit alone. */
export const packWords = ({ unit, packSize }: { unit: string; packSize: number }): string =>
  packSize === 1 ? unit : `${unit} of ${packSize}`
