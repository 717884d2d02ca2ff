import type { HeldItem, WaitingDevice } from '../../shared/contract/held-items.ts'
import type { HeldState } from '../../shared/contract/held-lists.ts'
import type { Tone } from '../ui/State.tsx'

export const stateWords: Record<HeldState, string> = {
  released: 'Waiting for your decision',
  rejected: 'Rejected, back with the rep',
  discarded: 'Discarded by the rep',
  dismissed: 'Dismissed',
}

export const stateTones: Record<HeldState, Tone> = {
  released: 'warning',
  rejected: 'danger',
  discarded: 'quiet',
  dismissed: 'quiet',
}

const kinds: Record<string, string> = { order: 'Order', quote: 'Quote', note: 'Note' }

/** What it is and for whom, as a heading. */
export function titleOf({ kind, retailer }: HeldItem): string {
  return `${kinds[kind] ?? 'Unknown item'} for ${retailer?.name ?? 'a deleted retailer'}`
}

export function waitingWords({ orders, quotes, notes }: WaitingDevice['waiting']): string {
  const parts = [
    [orders, 'order'],
    [quotes, 'quote'],
    [notes, 'note'],
  ] as const
  const told = parts.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`]))
  return told.length === 0 ? 'Reports none' : told.join(', ')
}

export type HeldCommand = { name: 'accept' | 'dismiss'; item: HeldItem } | { name: 'release'; device: WaitingDevice }

export function addressOf(order: HeldCommand): string {
  if (order.name === 'release') return `/users/${order.device.person.id}/release-orders`
  return `/held-items/${order.item.id}/${order.name}`
}

/** The question before each command, with its consequences. */
export function commandWords(order: HeldCommand) {
  switch (order.name) {
    case 'accept':
      return {
        question: `Accept this ${order.item.kind}?`,
        text: `It becomes an order exactly as captured, prices included. The author stays ${order.item.by.fullName}.`,
        confirm: 'Accept',
      }
    case 'dismiss':
      return {
        question: `Dismiss this ${order.item.kind}?`,
        text: "It won't become an order. It stays in this list under Dismissed and can't be accepted later.",
        confirm: 'Dismiss',
      }
    case 'release':
      return {
        question: `Release what ${order.device.person.fullName} has waiting?`,
        text: `The device sends its items once, as soon as it is online within the next 30 days. No sign-in is needed. The items appear in this list, and become orders only when you accept them. A device that was away may hold more than it reported.`,
        confirm: 'Release',
      }
  }
}
