import { mayFollow, type OrderStatus } from '../../../shared/contract/order-status.ts'
import { dayIn } from '../../../shared/prices/day-in.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { addSold } from '../targets/targets.store.ts'
import { type LockedOrder, type Mover, saveStatus } from './orders.store.ts'

export type OrderMoved = 'updated' | 'unchanged' | 'status-cannot-follow'

type Move = { order: LockedOrder; status: OrderStatus; at: Date; by: Mover }

/**
 * Gives a locked order its next status, with an entry in its history. Every change of a status comes through here, so a
 * cancelled order always stops counting towards its target.
 */
export async function moveOrder(tx: Tx, { order, status, at, by }: Move): Promise<OrderMoved> {
  if (order.status === status) return 'unchanged'
  if (!mayFollow(order.status, status)) return 'status-cannot-follow'
  await saveStatus(tx, {
    order_id: order.id,
    at,
    status,
    actor: by.actor,
    account_id: by.accountId ?? null,
    token_id: by.tokenId ?? null,
  })
  if (status === 'cancelled' && order.kind === 'order') await countSold(tx, { ...order, cents: -order.totalCents })
  return 'updated'
}

type Sale = { accountId: string; capturedAt: Date; cents: number }

/** Counts a sale towards the target of its month, which is a month in the organisation's time zone. */
export async function countSold(tx: Tx, { accountId, capturedAt, cents }: Sale): Promise<void> {
  const { timeZone } = await getOrganisation(tx)
  await addSold(tx, { accountId, month: dayIn(timeZone, capturedAt).slice(0, 7), cents })
}
