import type { OutboxRow } from './outbox-db.ts'
import type { OutboxParts, OwnRow } from './outbox-parts.ts'

/** What the rep does with rows that wait, that were rejected, or that are drafts. */
export function createOutboxOfRep({ db, change }: OutboxParts) {
  return {
    retry: (row: OwnRow): Promise<boolean> => change(row, ['attention'], { status: 'pending', lastError: null }),

    /** Makes a queued item a draft again. Refused once a request carried it, because the server may have it already. */
    withdraw: (row: OwnRow): Promise<boolean> =>
      db.transaction('rw', db.rows, async () => {
        const found = await db.rows.get(row.id)
        return found?.attempts === 0 && change(row, ['pending'], { status: 'draft', lastError: null })
      }),

    /** Answers the deleted row, so that the rep can undo it. Refused like `withdraw`. */
    cancel: ({ id, accountId }: OwnRow): Promise<OutboxRow | undefined> =>
      db.transaction('rw', db.rows, async () => {
        const found = await db.rows.get(id)
        if (found?.accountId !== accountId || found.status !== 'pending' || found.attempts > 0) return undefined
        await db.rows.delete(id)
        return found
      }),

    /** Answers the deleted row, so that the rep can undo it. */
    deleteDraft: ({ id, accountId }: OwnRow): Promise<OutboxRow | undefined> =>
      db.transaction('rw', db.rows, async () => {
        const found = await db.rows.get(id)
        if (found?.accountId !== accountId || found.status !== 'draft') return undefined
        await db.rows.delete(id)
        return found
      }),

    /** Keeps a newer row with the same id. */
    restoreDraft: (row: OutboxRow): Promise<void> =>
      db.transaction('rw', db.rows, async () => {
        if (!(await db.rows.get(row.id))) await db.rows.add(row)
      }),
  }
}
