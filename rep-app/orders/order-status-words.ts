import { isCancellable, type OrderStatus } from '../../shared/contract/order-status.ts'
import type { OutboxItem } from '../device/outbox-db.ts'
import { orderStateWords } from '../statements/order-state.ts'
import { momentWords } from '../ui/time-words.ts'
import type { ShownOrder } from './read-order.ts'

/** True while the server can't have it: the rep may change or cancel it. */
export const isChangeable = (item: OutboxItem | undefined): boolean => item?.status === 'pending' && item.attempts === 0

/** The status that the office had at the last download. An item that is still to be sent has none. */
function officeStatusOf({ item, past }: Pick<ShownOrder, 'item' | 'past'>): OrderStatus | undefined {
  return item === undefined || item.status === 'sent' ? past?.status : undefined
}

/** True if the rep can ask the office to cancel it. */
export function mayCancel(order: Pick<ShownOrder, 'item' | 'past' | 'cancel'>): boolean {
  const office = officeStatusOf(order)
  const isAsked = order.cancel !== undefined && order.cancel.status !== 'attention'
  return office !== undefined && isCancellable(office) && !isAsked
}

/** True for a quote from which an order can still be made on this day. */
export function isOrderable(order: Pick<ShownOrder, 'item' | 'past' | 'kind' | 'validUntil'>, today: string): boolean {
  const isInTime = order.validUntil === null || today <= order.validUntil
  return order.kind === 'quote' && officeStatusOf(order) === 'open' && isInTime
}

const reasonOf = ({ status, lastError }: OutboxItem) => ({ status, reason: lastError?.message ?? null })

export function orderStatusWords(order: Pick<ShownOrder, 'item' | 'past' | 'cancel'>): string {
  const { item, cancel } = order
  return orderStateWords({
    item: item && { ...reasonOf(item), attempts: item.attempts, isHandedIn: item.lastError?.code === 'handed-in' },
    office: officeStatusOf(order),
    cancel: cancel && reasonOf(cancel),
  })
}

/** When it was sent or captured, and by whom. */
export function capturedWords({ item, past }: Pick<ShownOrder, 'item' | 'past'>, now: number): string | undefined {
  if (item && item.status !== 'sent') return undefined
  if (item?.sentAt) return `Sent ${momentWords(item.sentAt, now)}`
  return past && `Captured ${momentWords(Date.parse(past.capturedAt), now)} by ${past.by}`
}
