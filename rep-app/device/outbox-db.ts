import { Dexie, type Table } from 'dexie'
import { reopenWhenLost } from './reopen-when-lost.ts'
import type { RecordType } from './rows.ts'
import type { KeyRow, Sealed } from './seal.ts'

export type OutboxStatus = 'draft' | 'pending' | 'sending' | 'sent' | 'attention'

/** An item that a rep captured. The device creates the id, by which the server accepts the item only once. */
export type OutboxRow = {
  id: string
  accountId: string
  type: RecordType
  status: OutboxStatus
  /** Zero only if no request ever carried it: the server can't have it then. */
  attempts: number
  lastError: { code: string; message: string } | null
  schemaVersion: 1
  /** When the form of a draft was opened first, and for all others when the item was saved. */
  createdAt: number
  /** The device's best estimate of the server's time. */
  capturedAt: string
  sentAt: number | null
  /** The server's name for it. */
  number: string | null
  sealed: Sealed
}

export type OutboxItem = Omit<OutboxRow, 'sealed'>
export type OutboxDb = Dexie & { rows: Table<OutboxRow, string>; keys: Table<KeyRow, string> }

export function openOutboxDb(name: string): OutboxDb {
  // An order is saved when it is on the disk, not when it is in the memory of the browser.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' })
  db.version(1).stores({ rows: 'id, status, [accountId+status]', keys: 'accountId' })
  return reopenWhenLost(db) as OutboxDb
}
