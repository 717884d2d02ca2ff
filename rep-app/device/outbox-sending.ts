import { handedIn, outcomeOf, type PushResult } from './outbox-changes.ts'
import type { OutboxRow } from './outbox-db.ts'
import { type OutboxParts, type OwnRow, unsent } from './outbox-parts.ts'
import type { Payload } from './rows.ts'

const RECEIPTS_MS = 30 * 86_400_000

/** What a sync does with the rows: takes them, returns them, and keeps or forgets what the server answered. */
export function createOutboxSending({ db, clock, sealing, ofAccount, change }: OutboxParts) {
  return {
    /** Items that the server holds for an administrator's decision. They need no further sending. */
    settleHandedIn: ({ accountId, ids }: { accountId: string; ids: readonly string[] }): Promise<void> =>
      db.transaction('rw', db.rows, async () => {
        for (const id of ids) {
          await change({ id, accountId }, unsent, { status: 'sent', sentAt: clock.now(), lastError: handedIn })
        }
      }),

    /** The oldest unsent items, marked as being sent. */
    take: (accountId: string, count: number, passedOver: ReadonlySet<string> = new Set()): Promise<OutboxRow[]> =>
      db.transaction('rw', db.rows, async () => {
        const pending = await ofAccount(accountId, ['pending']).toArray()
        const waiting = pending.filter(({ id }) => !passedOver.has(id))
        const taken = waiting.sort((a, b) => a.createdAt - b.createdAt).slice(0, count)
        const sending = taken.map(row => ({ ...row, status: 'sending' as const, attempts: row.attempts + 1 }))
        await db.rows.bulkPut(sending)
        return sending
      }),

    openPayload: (row: OutboxRow): Promise<Payload> => sealing.open<Payload>(row),

    /** Returns items to the queue. The server may have them already, and ignores duplicates. */
    putBack: (rows: readonly OutboxRow[], lastError: OutboxRow['lastError']): Promise<void> =>
      db.transaction('rw', db.rows, async () => {
        for (const { id } of rows) {
          await db.rows.where({ id, status: 'sending' }).modify({ status: 'pending', lastError })
        }
      }),

    settle: (results: readonly PushResult[]): Promise<void> =>
      db.transaction('rw', db.rows, async () => {
        for (const result of results) {
          const row = await db.rows.get(result.id)
          if (row?.status === 'sending') await db.rows.put({ ...row, ...outcomeOf(result, clock.now()) })
        }
      }),

    /** Returns items to the queue that were being sent when the app was killed. */
    recover: (): Promise<number> => db.rows.where('status').equals('sending').modify({ status: 'pending' }),

    /** Says why queued items wait that no request has carried. */
    putOff: (accountId: string, lastError: OutboxRow['lastError']): Promise<number> =>
      ofAccount(accountId, ['pending']).modify({ lastError }),

    /** Only after the server confirmed that it keeps the rejected item. */
    forgetKept: (row: OwnRow): Promise<number> =>
      db.rows.where({ id: row.id, accountId: row.accountId, status: 'attention' }).delete(),

    /** Sent rows stay 30 days as receipts. */
    forgetReceipts: (): Promise<number> =>
      db.rows
        .where('status')
        .equals('sent')
        .and(({ sentAt }) => sentAt !== null && sentAt < clock.now() - RECEIPTS_MS)
        .delete(),
  }
}
