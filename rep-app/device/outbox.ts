import { Dexie, type Table } from 'dexie'
import type { DeviceClock } from './device-clock.ts'
import { reopenWhenLost } from './reopen-when-lost.ts'
import type { Payload, Payloads, RecordType } from './rows.ts'
import { createSealing, type KeyRow, type Sealed } from './seal.ts'

export type OutboxStatus = 'draft' | 'pending' | 'sending' | 'sent' | 'attention'

/** What a rep captured. The id is made here and is the key by which the server takes it once. */
export type OutboxRow = {
  id: string
  accountId: string
  type: RecordType
  status: OutboxStatus
  attempts: number
  lastError: { code: string; message: string } | null
  schemaVersion: 1
  createdAt: number
  /** By the server's time, as well as the device knew it. */
  capturedAt: string
  sentAt: number | null
  /** How the server calls it. */
  number: string | null
  sealed: Sealed
}

export type OutboxItem = Omit<OutboxRow, 'sealed'>
export type PushResult =
  | { id: string; outcome: 'accepted' | 'duplicate'; number?: string }
  | { id: string; outcome: 'rejected'; rejection: { code: string; message: string } }

const unsent: readonly OutboxStatus[] = ['pending', 'sending', 'attention']
/** Stands with a receipt whose order is for the office to decide on. */
const handedIn = { code: 'handed-in', message: '' }
const RECEIPTS_MS = 30 * 86_400_000

type OutboxDb = Dexie & { rows: Table<OutboxRow, string>; keys: Table<KeyRow, string> }

function openOutboxDb(name: string): OutboxDb {
  // An order is saved when it is on the disk, not when the browser has it in mind.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' })
  db.version(1).stores({ rows: 'id, status, [accountId+status]', keys: 'accountId' })
  return reopenWhenLost(db) as OutboxDb
}

export type Outbox = ReturnType<typeof createOutbox>

/** What waits on the device. Nothing here erases a row that the server does not hold, but a draft that its rep throws away. */
export function createOutbox({ clock, name = 'outbox' }: { clock: DeviceClock; name?: string }) {
  const db = openOutboxDb(name)
  const sealing = createSealing(db.keys)
  const ofAccount = (accountId: string, statuses: readonly OutboxStatus[]) =>
    db.rows.where('[accountId+status]').anyOf(statuses.map(status => [accountId, status]))

  /** Changes a row only where it belongs to the account and is in one of these states; answers whether it was. */
  const change = (row: { id: string; accountId: string }, from: readonly OutboxStatus[], to: Partial<OutboxRow>) =>
    db.transaction('rw', db.rows, async () => {
      const found = await db.rows.get(row.id)
      if (found?.accountId !== row.accountId || !from.includes(found.status)) return false
      await db.rows.put({ ...found, ...to })
      return true
    })

  return {
    db,

    /** Ends when the row is on the disk. A draft, or a row that the server rejected, may be saved again; a sent one never. */
    async save<Type extends RecordType>(entry: {
      accountId: string
      type: Type
      payload: Payloads[Type]
      capturedAt: string
      isDraft?: boolean
      id?: string | undefined
    }): Promise<string> {
      const { accountId, type, payload, capturedAt, isDraft = false, id = crypto.randomUUID() } = entry
      const sealed = await sealing.seal({ id, accountId, type }, payload)
      await db.transaction('rw', db.rows, async () => {
        const found = await db.rows.get(id)
        if (found && (found.accountId !== accountId || !['draft', 'attention'].includes(found.status)))
          throw new Error("This is already saved and can't be changed")
        const status = isDraft ? 'draft' : 'pending'
        if (found?.status === 'attention' && isDraft)
          throw new Error("The server already holds this, so it can't become a draft")
        const createdAt = found?.createdAt ?? clock.now()
        const fresh = { attempts: 0, lastError: null, sentAt: null, number: null, schemaVersion: 1 } as const
        await db.rows.put({ id, accountId, type, status, createdAt, capturedAt, sealed, ...fresh })
      })
      return id
    },

    /** The newest first, without what was captured. */
    async list(accountId: string, statuses: readonly OutboxStatus[]): Promise<OutboxItem[]> {
      const rows = await ofAccount(accountId, statuses).toArray()
      return rows.map(({ sealed, ...item }) => item).sort((a, b) => b.createdAt - a.createdAt)
    },

    async read<Type extends RecordType>(row: { id: string; accountId: string }): Promise<Payloads[Type] | undefined> {
      const found = await db.rows.get(row.id)
      return found?.accountId === row.accountId ? sealing.open<Payloads[Type]>(found) : undefined
    },

    /** All that waits on the device, of whomever: how much, never what. */
    async listUnsent(): Promise<OutboxItem[]> {
      const rows = await db.rows.where('status').anyOf(unsent).toArray()
      return rows.map(({ sealed, ...item }) => item)
    },

    /** All of one person that the server does not have, as it lies there. */
    readUnsent: (accountId: string): Promise<OutboxRow[]> => ofAccount(accountId, unsent).toArray(),

    /** What the server holds for an administrator to decide on: nothing more is to be sent. */
    settleHandedIn: ({ accountId, ids }: { accountId: string; ids: readonly string[] }): Promise<void> =>
      db.transaction('rw', db.rows, async () => {
        for (const id of ids) {
          await change({ id, accountId }, unsent, { status: 'sent', sentAt: clock.now(), lastError: handedIn })
        }
      }),

    /** The oldest that wait, marked as under way. */
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

    /** Back in the queue: nobody knows whether the server has them, and a second time does no harm. */
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

    /** What was under way when the app was killed waits again. */
    recover: (): Promise<number> => db.rows.where('status').equals('sending').modify({ status: 'pending' }),

    retry: (row: { id: string; accountId: string }): Promise<boolean> =>
      change(row, ['attention'], { status: 'pending', attempts: 0, lastError: null }),

    /** Only after the server said that it keeps what it rejected. */
    forgetKept: (row: { id: string; accountId: string }): Promise<number> =>
      db.rows.where({ id: row.id, accountId: row.accountId, status: 'attention' }).delete(),

    deleteDraft: (row: { id: string; accountId: string }): Promise<number> =>
      db.rows.where({ id: row.id, accountId: row.accountId, status: 'draft' }).delete(),

    /** Sent rows stay 30 days as receipts. */
    forgetReceipts: (): Promise<number> =>
      db.rows
        .where('status')
        .equals('sent')
        .and(({ sentAt }) => sentAt !== null && sentAt < clock.now() - RECEIPTS_MS)
        .delete(),
  }
}

function outcomeOf(result: PushResult, now: number): Partial<OutboxRow> {
  if (result.outcome === 'rejected')
    return { status: 'attention', lastError: { code: result.rejection.code, message: result.rejection.message } }
  return { status: 'sent', sentAt: now, number: result.number ?? null, lastError: null }
}
