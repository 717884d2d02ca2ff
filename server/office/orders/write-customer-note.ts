import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { lockOrder, saveCustomerNote } from '../../trade/orders/orders.store.ts'

type Command = { id: string; note: string; authority: Authority }

/** Writes the note that the customer reads on the order. An empty one removes it. */
export function createWriteCustomerNote({ db, clock }: { db: Db; clock: Clock }) {
  return async function writeCustomerNote({ id, note, authority }: Command) {
    return db.transaction().execute(async tx => {
      if (!(await lockOrder(tx, id))) return { kind: 'no-such-order' as const }
      await saveCustomerNote(tx, { id, note })
      // The text may name people, so the audit keeps only its length.
      const details = { order: id, characters: note.length }
      await recordEvent(tx, { at: clock.now(), action: 'order-note-written', ...authority, details })
      return { kind: 'written' as const }
    })
  }
}
