import type { CancelPayload, NotePayload, OrderPayload, Rejection, VisitPayload } from '../../../shared/contract/app.ts'
import type { OrderStatus } from '../../../shared/contract/order-status.ts'
import type { LockedOrder } from '../orders/orders.store.ts'

export type CapturedOrder = {
  kind: 'order' | 'quote' | 'return'
  capturedAt: Date
  payload: OrderPayload
  /** Default: the first status of its kind. */
  status?: OrderStatus
  /** The quote that becomes this order, locked. */
  quote?: LockedOrder
}

/** An item that can be accepted unchanged. */
export type CapturedItem =
  | CapturedOrder
  | { kind: 'visit'; payload: VisitPayload }
  | { kind: 'note'; capturedAt: Date; payload: NotePayload }
  | { kind: 'cancel'; payload: CancelPayload; order: LockedOrder }

export type Rejected = { kind: 'rejected'; rejection: Rejection }

export const rejected = (code: Rejection['code'], field: string, message: string): Rejected => ({
  kind: 'rejected',
  rejection: { code, field, message },
})
