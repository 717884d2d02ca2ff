import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type ItemKey, markDiscarded } from './pushed-items.store.ts'

/** A rep gives up something that was rejected: the device may forget it, as it stays here. */
export function createDiscardItem({ db, clock }: { db: Db; clock: Clock }) {
  return async function discardItem(item: ItemKey): Promise<{ kind: 'kept-here' } | { kind: 'not-kept' }> {
    return (await markDiscarded(db, item, clock.now())) ? { kind: 'kept-here' } : { kind: 'not-kept' }
  }
}
