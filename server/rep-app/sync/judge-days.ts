import { addDays } from '../../../shared/prices/day-in.ts'
import { type CapturedOrder, type Rejected, rejected } from './captured-item.ts'

/** An order is planned, and a quote holds, for at most a year. */
const mostDays = 366

/** Days are compared with the day of the capture, because a device may send days later. */
export function judgeDays({ kind, payload }: CapturedOrder, day: string): Rejected | undefined {
  const [field, chosen] = kind === 'quote' ? ['validUntil', payload.validUntil] : ['requestedDay', payload.requestedDay]
  if (!chosen || kind === 'return') return undefined
  if (chosen < day) return rejected('bad-day', field, 'This day was already over. Choose a later one.')
  if (chosen <= addDays(day, mostDays)) return undefined
  return rejected('bad-day', field, 'This day is more than a year away. Choose an earlier one.')
}
