import type { HeldItem, WaitingDevice } from '../../shared/contract/held-items.ts'
import type { HeldState } from '../../shared/contract/held-lists.ts'
import type { Tone } from '../ui/State.tsx'

export const stateWords: Record<HeldState, string> = {
  released: 'Handed in, to decide',
  rejected: 'Rejected, with its rep',
  discarded: 'Discarded by its rep',
  dismissed: 'Dismissed',
}

export const stateTones: Record<HeldState, Tone> = {
  released: 'warning',
  rejected: 'danger',
  discarded: 'quiet',
  dismissed: 'quiet',
}

export function amountWords(cents: number, currency: string): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(cents / 100)
}

const kinds: Record<string, string> = { order: 'Order', quote: 'Quote', note: 'Note' }

/** What it is and for whom, as a heading. */
export function titleOf({ kind, retailer }: HeldItem): string {
  return `${kinds[kind] ?? 'Something unknown'} for ${retailer?.name ?? 'a retailer that is gone'}`
}

export function waitingWords({ orders, quotes, notes }: WaitingDevice['waiting']): string {
  const parts = [
    [orders, 'order'],
    [quotes, 'quote'],
    [notes, 'note'],
  ] as const
  const told = parts.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`]))
  return told.length === 0 ? 'Told of none' : told.join(', ')
}

export type HeldOrder = { name: 'accept' | 'dismiss'; item: HeldItem } | { name: 'release'; device: WaitingDevice }

export function addressOf(order: HeldOrder): string {
  if (order.name === 'release') return `/users/${order.device.person.id}/release-orders`
  return `/held-items/${order.item.id}/${order.name}`
}

/** What each order asks before it is given: what will happen, in words. */
export function orderWords(order: HeldOrder) {
  switch (order.name) {
    case 'accept':
      return {
        question: `Accept this ${order.item.kind}?`,
        text: `It is taken as it was captured, prices included, and stays by ${order.item.by.fullName}.`,
        confirm: 'Accept',
      }
    case 'dismiss':
      return {
        question: `Dismiss this ${order.item.kind}?`,
        text: 'Nothing becomes of it. It stays in this list under Dismissed, and cannot be accepted afterwards.',
        confirm: 'Dismiss',
      }
    case 'release':
      return {
        question: `Release what ${order.device.person.fullName} has waiting?`,
        text: `The device hands it in once, as soon as it is online within 30 days, without anybody signing in. It comes into this list: nothing becomes an order before it is accepted. A device that has been away may hold more than it has told.`,
        confirm: 'Release',
      }
  }
}
