import type { DeviceClock } from './device-clock.ts'
import { type Entry, rowOf } from './outbox-changes.ts'
import { type OutboxItem, type OutboxRow, type OutboxStatus, openOutboxDb } from './outbox-db.ts'
import { createOutboxOfRep } from './outbox-of-rep.ts'
import { createOutboxParts, type OutboxParts, type OwnRow, unsent } from './outbox-parts.ts'
import { createOutboxSending } from './outbox-sending.ts'
import type { Payload, Payloads, RecordType } from './rows.ts'

/** Rows whose content may change. */
const changeable: readonly OutboxStatus[] = ['draft', 'attention']

export type Outbox = ReturnType<typeof createOutbox>

/** The unsent items on the device. A row that the server doesn't have is never erased, except a draft the rep discards. */
export function createOutbox({ clock, name = 'outbox' }: { clock: DeviceClock; name?: string }) {
  const parts = createOutboxParts({ db: openOutboxDb(name), clock })
  return {
    db: parts.db,
    ...createOutboxRows(parts),
    ...createOutboxSending(parts),
    ...createOutboxOfRep(parts),
  }
}

/** Saves and reads rows. */
function createOutboxRows({ db, clock, sealing, ofAccount }: OutboxParts) {
  /** True if the row already holds exactly this: a second tap on the same form saved it. */
  const isSame = async (found: OutboxRow, { type, payload }: { type: RecordType; payload: Payload }) =>
    found.type === type && JSON.stringify(await sealing.open<Payload>(found)) === JSON.stringify(payload)

  return {
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

    async find({ id, accountId }: OwnRow): Promise<OutboxItem | 'of-another' | undefined> {
      const found = await db.rows.get(id)
      if (!found) return undefined
      const { sealed, ...item } = found
      return item.accountId === accountId ? item : 'of-another'
    },

    async read<Type extends RecordType>(row: OwnRow): Promise<Payloads[Type] | undefined> {
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
  }
}
