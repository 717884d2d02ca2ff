import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Db } from '../../platform/database/tables.ts'
import { unlessTaken } from '../../platform/database/unless-taken.ts'
import { lockReleased } from '../../trade/captured/pushed-items.store.ts'
import { readCaptured } from '../../trade/captured/read-captured.ts'
import { createTakeAccepted } from '../../trade/captured/take-accepted.ts'
import type { NeedsOfOrderMail } from '../../trade/orders/queue-order-mail.ts'

export type HeldItemAccepted =
  | { kind: 'accepted'; number: string | null }
  | { kind: 'nothing-held' }
  | { kind: 'cannot-be-taken' }

const cannotBeTaken = { kind: 'cannot-be-taken' } as const

/**
 * Accepts an item that was handed in, unchanged: the administrator judges its prices and territory. It becomes an order
 * once, with the person who captured it as its author.
 */
export function createAcceptHeldItem(needs: NeedsOfOrderMail & { db: Db }) {
  const { db, clock } = needs
  const takeAccepted = createTakeAccepted(needs)

  return async function acceptHeldItem(command: { id: string; authority: Authority }): Promise<HeldItemAccepted> {
    const { id, authority } = command
    const unlessThere = (run: () => Promise<HeldItemAccepted>) =>
      unlessTaken('orders_pkey', cannotBeTaken, () =>
        unlessTaken('notes_pkey', cannotBeTaken, () => unlessTaken('visits_pkey', cannotBeTaken, run)),
      )
    return unlessThere(() =>
      db.transaction().execute(async tx => {
        const row = await lockReleased(tx, id)
        if (!row) return { kind: 'nothing-held' as const }
        const captured = await readCaptured(tx, row)
        if (!captured) return cannotBeTaken
        const { account_id: accountId, received_at: receivedAt } = row
        const number = await takeAccepted(tx, { id, accountId, receivedAt, captured })
        const details = { item: id, ...(number !== null && { number }) }
        await recordEvent(tx, { at: clock.now(), action: 'held-item-accepted', ...authority, accountId, details })
        return { kind: 'accepted' as const, number }
      }),
    )
  }
}
