import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type ItemKey, markDiscarded } from '../../trade/captured/pushed-items.store.ts'

/** Discards a rejected item for its rep: the device may delete it, and the server keeps a copy. */
export function createDiscardItem({ db, clock }: { db: Db; clock: Clock }) {
  return async function discardItem(item: ItemKey): Promise<{ kind: 'kept-here' } | { kind: 'not-kept' }> {
    return (await markDiscarded(db, item, clock.now())) ? { kind: 'kept-here' } : { kind: 'not-kept' }
  }
}
