import type { DeviceClock } from './device-clock.ts'
import { type Entry, handedIn, outcomeOf, type PushResult, rowOf } from './outbox-changes.ts'
import { type OutboxItem, type OutboxRow, type OutboxStatus, openOutboxDb } from './outbox-db.ts'
import type { Payload, Payloads, RecordType } from './rows.ts'
import { createSealing } from './seal.ts'

/** Rows whose content may change. */
const changeable: readonly OutboxStatus[] = ['draft', 'attention']
const unsent: readonly OutboxStatus[] = ['pending', 'sending', 'attention']
type OwnRow = Pick<OutboxRow, 'id' | 'accountId'>
const RECEIPTS_MS = 30 * 86_400_000

export type Outbox = ReturnType<typeof createOutbox>

/** The unsent items on the device. A row that the server doesn't have is never erased, except a draft the rep discards. */
export function createOutbox({ clock, name = 'outbox' }: { clock: DeviceClock; name?: string }) {
  const db = openOutboxDb(name)
  const sealing = createSealing(db.keys)
  const ofAccount = (accountId: string, statuses: readonly OutboxStatus[]) =>
    db.rows.where('[accountId+status]').anyOf(statuses.map(status => [accountId, status]))

  /** Changes a row only if it belongs to the account and is in one of these states. Answers whether it was changed. */
  const change = (row: { id: string; accountId: string }, from: readonly OutboxStatus[], to: Partial<OutboxRow>) =>
    db.transaction('rw', db.rows, async () => {
      const found = await db.rows.get(row.id)
      if (found?.accountId !== row.accountId || !from.includes(found.status)) return false
      await db.rows.put({ ...found, ...to })
      return true
    })

  /** True if the row already holds exactly this: a second tap on the same form saved it. */
  const isSame = async (found: OutboxRow, { type, payload }: { type: RecordType; payload: Payload }) =>
    found.type === type && JSON.stringify(await sealing.open<Payload>(found)) === JSON.stringify(payload)

  return {
    db,

    /**
     * Resolves when the row is on the disk. A draft or a rejected row may be saved again. A queued or sent
     * row never changes: saving the same content under its id again succeeds, other content is refused.
     */
    async save<Type extends RecordType>(entry: Entry<Type>): Promise<string> {
      const { accountId, type, payload, id = crypto.randomUUID() } = entry
      const sealed = await sealing.seal({ id, accountId, type }, payload)
      const kept = await db.transaction('rw', db.rows, async () => {
        const found = await db.rows.get(id)
        if (found && found.accountId !== accountId) throw new Error('This belongs to another account')
        if (found && !changeable.includes(found.status)) return found
        await db.rows.put({ ...rowOf({ ...entry, id }, found, clock.now()), sealed })
        return undefined
      })
      if (kept && !(await isSame(kept, { type, payload })))
        throw new Error("This is already saved and can't be changed")
      return id
    },

    /** Newest first, without the captured content. */
    async list(accountId: string, statuses: readonly OutboxStatus[]): Promise<OutboxItem[]> {
      const rows = await ofAccount(accountId, statuses).toArray()
      return rows.map(({ sealed, ...item }) => item).sort((a, b) => b.createdAt - a.createdAt)
    },

    async find({ id, accountId }: { id: string; accountId: string }): Promise<OutboxItem | 'of-another' | undefined> {
      const found = await db.rows.get(id)
      if (!found) return undefined
      const { sealed, ...item } = found
      return item.accountId === accountId ? item : 'of-another'
    },

    async read<Type extends RecordType>(row: { id: string; accountId: string }): Promise<Payloads[Type] | undefined> {
      const found = await db.rows.get(row.id)
      return found?.accountId === row.accountId ? sealing.open<Payloads[Type]>(found) : undefined
    },

    /** The number of unsent items of all users, never their content. */
    async listUnsent(): Promise<OutboxItem[]> {
      const rows = await db.rows.where('status').anyOf(unsent).toArray()
      return rows.map(({ sealed, ...item }) => item)
    },

    /** All stored items of one user that the server doesn't have. */
    readUnsent: (accountId: string): Promise<OutboxRow[]> => ofAccount(accountId, unsent).toArray(),

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

    retry: (row: { id: string; accountId: string }): Promise<boolean> =>
      change(row, ['attention'], { status: 'pending', lastError: null }),

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

    /** Says why queued items wait that no request has carried. */
    putOff: (accountId: string, lastError: OutboxRow['lastError']): Promise<number> =>
      ofAccount(accountId, ['pending']).modify({ lastError }),

    /** Only after the server confirmed that it keeps the rejected item. */
    forgetKept: (row: { id: string; accountId: string }): Promise<number> =>
      db.rows.where({ id: row.id, accountId: row.accountId, status: 'attention' }).delete(),

    /** Answers the deleted row, so that the rep can undo it. */
    deleteDraft: ({ id, accountId }: { id: string; accountId: string }): Promise<OutboxRow | undefined> =>
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

    /** Sent rows stay 30 days as receipts. */
    forgetReceipts: (): Promise<number> =>
      db.rows
        .where('status')
        .equals('sent')
        .and(({ sentAt }) => sentAt !== null && sentAt < clock.now() - RECEIPTS_MS)
        .delete(),
  }
}
