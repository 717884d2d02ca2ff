import type { HistoryActor } from '../../shared/contract/order-lists.ts'
import {
  mayFollow,
  type OrderKind,
  type OrderStatus,
  orderStatuses,
  quoteStatuses,
} from '../../shared/contract/order-status.ts'
import type { Tone } from '../ui/State.tsx'

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

export const statusTones: Record<OrderStatus, Tone> = {
  received: 'warning',
  'on-hold': 'danger',
  confirmed: 'good',
  shipped: 'good',
  invoiced: 'good',
  cancelled: 'quiet',
  open: 'warning',
  ordered: 'good',
  lapsed: 'quiet',
  withdrawn: 'quiet',
}

export const kindWords: Record<OrderKind, string> = { order: 'Order', quote: 'Quote', return: 'Return' }
export const sourceWords = { app: 'App', website: 'Website' } as const

/** Where a change of status came from. */
export const originWords: Record<HistoryActor, string> = {
  rep: 'app',
  contact: 'website',
  administrator: 'admin site',
  service: 'another system',
  system: 'by itself',
  'command-line': 'command line',
}

export const allStatuses: readonly OrderStatus[] = [...orderStatuses, ...quoteStatuses]

/** A quote becomes ordered only together with its order, and lapses by itself. */
const ofItself: readonly OrderStatus[] = ['ordered', 'lapsed']

/** The statuses that an administrator can give. */
export const givenStatuses = allStatuses.filter(status => !ofItself.includes(status) && status !== 'open')

export const nextStatuses = (from: OrderStatus) => givenStatuses.filter(status => mayFollow(from, status))

export const amountWords = (cents: number, currency: string) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(cents / 100)

/** 1750 is 17.5 %. */
export const rateWords = (basisPoints: number) => `${basisPoints / 100} %`

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** A day has no time zone: 2026-05-04 is 4 May 2026 everywhere. */
export const dayWords = (day: string) => days.format(new Date(`${day}T00:00:00Z`))

/** "1 order is now confirmed." and what was left out. */
export function resultWords(results: readonly { outcome: string }[], status: OrderStatus): string {
  const count = (...outcomes: string[]) => results.filter(({ outcome }) => outcomes.includes(outcome)).length
  const [changed, same, others] = [count('updated'), count('unchanged'), count('no-such-order', 'status-cannot-follow')]
  const word = statusWords[status].toLowerCase()
  return [
    changed === 1 ? `1 order is now ${word}.` : `${changed} orders are now ${word}.`,
    ...(same > 0 ? [`${same} already ${same === 1 ? 'was' : 'were'}.`] : []),
    ...(others > 0
      ? [`${others} stayed unchanged, because this status can’t follow ${others === 1 ? 'its' : 'their'} own.`]
      : []),
  ].join(' ')
}
