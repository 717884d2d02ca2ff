import { randomBytes, randomUUID } from 'node:crypto'
import { recordEvent } from '../../../server/platform/audit/audit.store.ts'
import { createSealAudit } from '../../../server/platform/audit/seal-audit.job.ts'
import { createVerifyAudit, type VerifyAudit } from '../../../server/platform/audit/verify-audit.ts'
import { createSecrets } from '../../../server/platform/settings/secrets.ts'
import { createTestDatabase } from '../databases/database.ts'
import { createQuietLog } from '../servers/quiet-log.ts'

export const chainStart = Date.parse('2026-06-01T10:00:00Z')
export const oldKey = { id: 'old', key: randomBytes(32) }

export type ChainGround = Awaited<ReturnType<typeof createChainGround>>

/** A database with an audit, the worker that seals it, and the owner of the database. */
export async function createChainGround() {
  const database = await createTestDatabase()
  const { log, lines } = createQuietLog()
  let events = 0

  const ground = {
    /** The time of the newest event, or a time that the test sets. */
    clock: { now: () => new Date(chainStart + events * 60_000) },
    database,
    db: database.db,
    log,
    lines,
    secrets: createSecrets([oldKey]),
    seal: (batch = 1000) => createSealAudit({ ...ground, batch }).sealAudit(),
    verify: ((order = {}) => createVerifyAudit(ground)(order)) as VerifyAudit,
    kinds: async () => (await ground.verify()).findings.map(({ kind }) => kind),
    /** Adds an event one minute after the previous one. */
    writeOne: (db = database.db) => {
      events += 1
      const at = new Date(chainStart + events * 60_000)
      const details = { type: 'scan', try: events }
      return recordEvent(db, { at, action: 'user-added', actor: 'system', accountId: randomUUID(), details })
    },
    write: async (count: number) => {
      for (let n = 0; n < count; n += 1) await ground.writeOne()
      await ground.seal()
    },
    eventAt: async (place: number): Promise<string> => {
      const { rows } = await database.pool.query('select event_id from audit_seals where place = $1', [place])
      return rows[0].event_id
    },
    /** Changes rows as the database owner, whom triggers don't stop. */
    tamper: async (statement: string, values: unknown[] = []) => {
      const client = await database.pool.connect()
      try {
        await client.query('begin')
        await client.query('set local session_replication_role = replica')
        const { rowCount } = await client.query(statement, values)
        if (!rowCount) throw new Error('Nothing was tampered with')
        await client.query('commit')
      } finally {
        client.release(true)
      }
    },
  }
  return ground
}
