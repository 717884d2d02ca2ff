import type { DeviceClock } from './device-clock.ts'
import type { OutboxRow, OutboxStatus, openOutboxDb } from './outbox-db.ts'
import { createSealing } from './seal.ts'

export const unsent: readonly OutboxStatus[] = ['pending', 'sending', 'attention']

export type OwnRow = Pick<OutboxRow, 'id' | 'accountId'>
export type OutboxParts = ReturnType<typeof createOutboxParts>

/** What the parts of the outbox share: the database, the sealing of payloads, and one way to change a row. */
export function createOutboxParts({ db, clock }: { db: ReturnType<typeof openOutboxDb>; clock: DeviceClock }) {
  const ofAccount = (accountId: string, statuses: readonly OutboxStatus[]) =>
    db.rows.where('[accountId+status]').anyOf(statuses.map(status => [accountId, status]))

  /** Changes a row only if it belongs to the account and is in one of these states. Answers whether it was changed. */
  const change = (row: OwnRow, from: readonly OutboxStatus[], to: Partial<OutboxRow>) =>
    db.transaction('rw', db.rows, async () => {
      const found = await db.rows.get(row.id)
      if (found?.accountId !== row.accountId || !from.includes(found.status)) return false
      await db.rows.put({ ...found, ...to })
      return true
    })

  return { db, clock, sealing: createSealing(db.keys), ofAccount, change }
}
