import type { OrderStatus } from '../../../shared/contract/order-status.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { moveOrder } from '../../trade/orders/move-order.ts'
import { lockOrder } from '../../trade/orders/orders.store.ts'
import { type Ended, inCall, recordCall, type SystemAuthority } from './in-call.ts'

export type OrderStatusSet =
  | { kind: 'done'; outcome: 'updated' | 'unchanged'; status: OrderStatus }
  | { kind: 'no-such-order' }
  | { kind: 'status-cannot-follow' }

type Command = { id: string; status: OrderStatus }

/** Gives an order the status that the ERP knows. The same status a second time changes nothing. */
export function createSetOrderStatus(needs: { db: Db; clock: Clock }) {
  return async function setOrderStatus(
    authority: SystemAuthority,
    { id, status }: Command,
  ): Promise<OrderStatusSet | Ended> {
    return inCall<OrderStatusSet>(needs, authority, async tx => {
      const order = await lockOrder(tx, id)
      if (!order) return { kind: 'no-such-order' }
      const at = needs.clock.now()
      const by = { actor: 'service', tokenId: authority.tokenId } as const
      const moved = await moveOrder(tx, { order, status, at, by })
      if (moved === 'status-cannot-follow') return { kind: moved }
      if (moved === 'unchanged') return { kind: 'done', outcome: moved, status }
      const details = { order: id, before: order.status, after: status }
      await recordCall(tx, authority, { at, action: 'order-status-changed', details })
      return { kind: 'done', outcome: 'updated', status }
    })
  }
}
