import { type CapturedOrder, type Rejected, rejected } from '../../trade/captured/captured-item.ts'
import { judgeDay } from '../../trade/orders/judge-day.ts'

/** Days are compared with the day of the capture, because a device may send days later. */
export function judgeDays({ kind, payload }: CapturedOrder, day: string): Rejected | undefined {
  const [field, chosen] = kind === 'quote' ? ['validUntil', payload.validUntil] : ['requestedDay', payload.requestedDay]
  if (!chosen || kind === 'return') return undefined
  const message = judgeDay({ chosen, today: day })
  return message === undefined ? undefined : rejected('bad-day', field, message)
}
