/** How far an order is, or a return. */
export const orderStatuses = ['received', 'on-hold', 'confirmed', 'shipped', 'invoiced', 'cancelled'] as const
export const quoteStatuses = ['open', 'ordered', 'lapsed', 'withdrawn'] as const

export const orderSources = ['app', 'website'] as const
export const orderKinds = ['order', 'quote', 'return'] as const
export type OrderSource = (typeof orderSources)[number]
export type OrderKind = (typeof orderKinds)[number]
export type OrderStatus = (typeof orderStatuses)[number] | (typeof quoteStatuses)[number]

/**
 * Goods that left don't come back by a status, and an ended order stays ended. An ERP may skip steps. A lapsed quote can
 * still be ordered, because a device may send an order of its last day later.
 */
const next: Record<OrderStatus, readonly OrderStatus[]> = {
  received: ['on-hold', 'confirmed', 'shipped', 'invoiced', 'cancelled'],
  'on-hold': ['received', 'confirmed', 'shipped', 'invoiced', 'cancelled'],
  confirmed: ['on-hold', 'shipped', 'invoiced', 'cancelled'],
  shipped: ['invoiced'],
  invoiced: [],
  cancelled: [],
  open: ['ordered', 'lapsed', 'withdrawn'],
  ordered: [],
  lapsed: ['ordered'],
  withdrawn: [],
}

/** The status with which an order begins. */
export const firstStatus = (kind: OrderKind): OrderStatus => (kind === 'quote' ? 'open' : 'received')

/** The status with which an order, return or quote ends early. */
export const cancelledStatus = (kind: OrderKind): OrderStatus => (kind === 'quote' ? 'withdrawn' : 'cancelled')

/** True while the rep or the contact who ordered can still cancel without the office. */
export const isCancellable = (status: OrderStatus): boolean => status === 'received' || status === 'open'

export const mayFollow = (from: OrderStatus, to: OrderStatus): boolean => next[from].includes(to)
