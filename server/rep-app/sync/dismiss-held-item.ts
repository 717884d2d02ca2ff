import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { lockReleased, markDismissed } from '../../trade/captured/pushed-items.store.ts'

/** Dismisses an item that was handed in: it never becomes an order, and the server keeps it. */
export function createDismissHeldItem({ db, clock }: { db: Db; clock: Clock }) {
  return async function dismissHeldItem(command: {
    id: string
    authority: Authority
  }): Promise<{ kind: 'dismissed' } | { kind: 'nothing-held' }> {
    const { id, authority } = command
    return db.transaction().execute(async tx => {
      const row = await lockReleased(tx, id)
      if (!row) return { kind: 'nothing-held' as const }
      await markDismissed(tx, id)
      const { account_id: accountId } = row
      await recordEvent(tx, {
        at: clock.now(),
        action: 'held-item-dismissed',
        ...authority,
        accountId,
        details: { item: id },
      })
      return { kind: 'dismissed' as const }
    })
  }
}
