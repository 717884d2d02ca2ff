import type { OrdersStatus, StatusResults } from '../../../shared/contract/orders.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { moveOrder } from '../../trade/orders/move-order.ts'
import { lockOrder } from '../../trade/orders/orders.store.ts'

type Result = StatusResults['results'][number]
type Command = OrdersStatus & { authority: Authority }

/**
 * Gives many orders one status. Each is a transaction of its own and gets its own answer, so one order that has another
 * status by now stops no other.
 */
export function createSetStatuses({ db, clock }: { db: Db; clock: Clock }) {
  return async function setStatuses({ ids, ...command }: Command): Promise<StatusResults> {
    const results: Result[] = []
    for (const id of new Set(ids)) results.push(await db.transaction().execute(tx => setOne(tx, { id, ...command })))
    return { results }
  }

  async function setOne(tx: Tx, { id, status, authority }: Omit<Command, 'ids'> & { id: string }): Promise<Result> {
    const order = await lockOrder(tx, id)
    if (!order) return { id, outcome: 'no-such-order' }
    const at = clock.now()
    const accountId = authority.actor === 'administrator' ? authority.actorAccountId : null
    const outcome = await moveOrder(tx, { order, status, at, by: { actor: authority.actor, accountId } })
    if (outcome !== 'updated') return { id, outcome }
    const details = { order: id, before: order.status, after: status }
    await recordEvent(tx, { at, action: 'order-status-changed', ...authority, details })
    return { id, outcome }
  }
}
