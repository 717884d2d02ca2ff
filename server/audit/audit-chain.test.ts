import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { createQuietLog } from '../../tests/support/quiet-log.ts'
import { createSecrets, type Secrets } from '../secrets.ts'
import { recordEvent } from './audit.store.ts'
import { createCheckAudit, createReadCheck } from './check-audit.job.ts'
import { createSealAudit } from './seal-audit.job.ts'
import { createVerifyAudit } from './verify-audit.ts'

const oldKey = { id: 'old', key: randomBytes(32) }
const newKey = { id: 'new', key: randomBytes(32) }
const start = Date.parse('2026-06-01T10:00:00Z')

let database: TestDatabase
let secrets: Secrets
let quiet: ReturnType<typeof createQuietLog>
let events = 0
beforeEach(async () => {
  database = await createTestDatabase()
  secrets = createSecrets([oldKey])
  quiet = createQuietLog()
})
afterEach(() => database.drop())

const seal = (batch?: number) =>
  createSealAudit({ db: database.db, secrets, log: quiet.log, ...(batch && { batch }) }).sealAudit()
const verify: ReturnType<typeof createVerifyAudit> = order => createVerifyAudit({ db: database.db, secrets })(order)
const kinds = async () => (await verify()).findings.map(({ kind }) => kind)

/** Events a minute apart, sealed. */
async function write(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await writeOne()
  await seal()
}

function writeOne(db = database.db) {
  events += 1
  const at = new Date(start + events * 60_000)
  const accountId = randomUUID()
  return recordEvent(db, {
    at,
    action: 'user-added',
    actor: 'system',
    accountId,
    details: { type: 'scan', try: events },
  })
}

async function eventAt(place: number): Promise<string> {
  const { rows } = await database.pool.query('select event_id from audit_seals where place = $1', [place])
  return rows[0].event_id
}

/** As somebody who owns the database can: no trigger stands in the way. */
async function tamper(statement: string, values: unknown[] = []): Promise<void> {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    expect((await client.query(statement, values)).rowCount).toBeGreaterThan(0)
    await client.query('commit')
  } finally {
    client.release(true)
  }
}

describe('16.4.2 what is verified', () => {
  test('a whole chain is whole, and what is not sealed yet is told as such', async () => {
    await write(12)
    await writeOne()
    const { head, ...verdict } = await verify()
    expect(verdict).toEqual({ sealed: 12, waiting: 1, findings: [] })
    expect(head?.place).toBe(12)
  })

  test('neither rows nor seals can be changed, removed or emptied by a statement of ours', async () => {
    await write(1)
    for (const table of ['audit_events', 'audit_seals']) {
      for (const statement of [`delete from ${table}`, `truncate ${table}`]) {
        await expect(database.pool.query(statement)).rejects.toThrow(`${table} is append-only`)
      }
    }
    await expect(database.pool.query("update audit_seals set key_id = 'x'")).rejects.toThrow('append-only')
    await expect(database.pool.query("update audit_events set action = 'x'")).rejects.toThrow('append-only')
  })
})

describe('16.4.2 somebody who owns the database, and has no key', () => {
  const changes = {
    action: `action = 'signed-out'`,
    'the millionth part of a second': `at = at + interval '1 microsecond'`,
    'the kind of actor': `actor = 'nobody'`,
    'who did it': `actor_account_id = uuidv7()`,
    'whom it concerns': 'account_id = null',
    'an empty network for none': `network = ''`,
    device: `device = 'Chrome'`,
    'one detail': `details = details || '{"type": "admin"}'`,
  }
  test.each(Object.entries(changes))('changes %s of a row: the row is named', async (_, change) => {
    await write(9)
    const eventId = await eventAt(5)
    await tamper(`update audit_events set ${change} where id = $1`, [eventId])
    expect((await verify()).findings).toEqual([{ kind: 'changed', place: 5, eventId }])
  })

  test('removes a row in the middle: the place is named, with and without its seal', async () => {
    await write(9)
    const eventId = await eventAt(5)
    await tamper('delete from audit_events where id = $1', [eventId])
    expect((await verify()).findings).toEqual([{ kind: 'removed', place: 5, eventId }])
    await tamper('delete from audit_seals where place = 5')
    expect((await verify()).findings).toEqual([{ kind: 'missing', place: 5, upTo: 5 }])
  })

  test('removes a row with its seal and closes the gap: the first row that moved up is named', async () => {
    await write(9)
    const [gone, next] = [await eventAt(5), await eventAt(6)]
    await tamper('delete from audit_events where id = $1', [gone])
    await tamper('delete from audit_seals where place = 5')
    await tamper('update audit_seals set place = place + 99 where place > 5')
    await tamper('update audit_seals set place = place - 100 where place > 100')
    expect((await verify()).findings[0]).toEqual({ kind: 'changed', place: 5, eventId: next })
  })

  test('removes the first rows: they are missed', async () => {
    await write(5)
    await tamper('delete from audit_events where id in (select event_id from audit_seals where place < 3)')
    await tamper('delete from audit_seals where place < 3')
    expect((await verify()).findings).toEqual([{ kind: 'missing', place: 1, upTo: 2 }])
  })

  test('puts a row in: it has no seal, and with a made-up one it does not fit', async () => {
    await write(3)
    await tamper(`insert into audit_events (at, action, actor) values ('2026-06-01T10:00:30Z', 'signed-in', 'self')`)
    expect(await kinds()).toEqual(['unaccounted'])
    await tamper(`insert into audit_seals select 4, id, 'old', '\\x00' from audit_events where action = 'signed-in'`)
    expect((await verify()).findings[0]).toMatchObject({ kind: 'changed', place: 4 })
  })

  test('puts in a row that says an earlier time, and lets it be sealed: it is named', async () => {
    await write(90)
    await database.pool.query(
      `insert into audit_events (at, action, actor) values ('2026-06-01T10:00:30Z', 'signed-in', 'self')`,
    )
    await seal()
    expect((await verify()).findings).toMatchObject([{ kind: 'backdated', place: 91 }])
  })

  test('lets two rows change places: the first of them is named', async () => {
    await write(9)
    const [four, seven] = [await eventAt(4), await eventAt(7)]
    await tamper('update audit_seals set event_id = $1 where place = 4', [randomUUID()])
    await tamper('update audit_seals set event_id = $1 where place = 7', [four])
    await tamper('update audit_seals set event_id = $1 where place = 4', [seven])
    expect((await verify()).findings[0]).toEqual({ kind: 'changed', place: 4, eventId: seven })
  })

  test('removes a row before it is sealed: it is missed', async () => {
    await write(2)
    await writeOne()
    await tamper(`delete from audit_events where id = (select event_id from audit_unsealed)`)
    expect(await kinds()).toEqual(['vanished'])
    await write(1)
    expect((await verify()).findings.map(({ kind }) => kind)).toEqual(['vanished'])
  })

  test('removes the newest rows: the chain looks whole, and an anchor tells', async () => {
    await write(6)
    const { head } = await verify()
    await tamper('delete from audit_events where id in (select event_id from audit_seals where place > 4)')
    await tamper('delete from audit_seals where place > 4')
    await write(5)
    expect(await kinds()).toEqual([])
    if (!head) throw new Error('Nothing was sealed')
    expect((await verify({ anchors: [head] })).findings).toEqual([{ kind: 'anchor-lost', place: 6 }])
  })

  test('removes the newest rows: the worker that sealed them says so', async () => {
    const { sealAudit, logAnchor } = createSealAudit({ db: database.db, secrets, log: quiet.log })
    for (let n = 0; n < 4; n += 1) await writeOne()
    await sealAudit()
    await logAnchor()
    expect(JSON.stringify(quiet.lines)).toMatch(/"anchor":"4:[0-9a-f]{64}"\},"audit anchor"/)
    await tamper('delete from audit_events where id in (select event_id from audit_seals where place > 2)')
    await tamper('delete from audit_seals where place > 2')
    await writeOne()
    await sealAudit()
    expect(JSON.stringify(quiet.lines)).toContain('the audit was cut')
  })

  test('lets the worker seal changed history anew: an anchor tells', async () => {
    await write(6)
    const { head } = await verify()
    await tamper(`update audit_events set action = 'signed-out' where id = $1`, [await eventAt(2)])
    await tamper('delete from audit_seals')
    await tamper('insert into audit_unsealed select at, id from audit_events')
    await seal()
    expect(await kinds()).toEqual([])
    if (!head) throw new Error('Nothing was sealed')
    expect((await verify({ anchors: [head] })).findings).toEqual([{ kind: 'anchor-lost', place: 6 }])
  })

  test('lets the worker seal another row in the middle, and puts the rest back: the first of the rest is named', async () => {
    await write(6)
    const fifth = await eventAt(5)
    await database.pool.query(`
      create table kept_events as select * from audit_events where id in (select event_id from audit_seals where place >= 4);
      create table kept_seals as select * from audit_seals where place >= 4`)
    await tamper('delete from audit_events where id in (select id from kept_events)')
    await tamper('delete from audit_seals where place >= 4')
    await write(1)
    await tamper(
      'insert into audit_events select e.* from kept_events e join kept_seals s on s.event_id = e.id and s.place > 4',
    )
    await tamper('insert into audit_seals select * from kept_seals where place > 4')
    expect((await verify()).findings[0]).toEqual({ kind: 'changed', place: 5, eventId: fifth })
  })

  test('writes a good check of a bad chain: nobody repeats it', async () => {
    await write(3)
    const clock = { now: () => new Date(start) }
    const needs = { db: database.db, clock, secrets, log: quiet.log }
    await createCheckAudit({ ...needs, verifyAudit: verify })()
    expect(await createReadCheck(needs)()).toEqual({ at: new Date(start), sealed: 3, findings: 0 })
    await database.pool.query('update audit_checks set sealed = 4')
    expect(await createReadCheck(needs)()).toBeUndefined()
  })
})

describe('sealing', () => {
  test('many writers that commit in any order: each row is sealed once, in a chain without gaps', async () => {
    const gates = Array.from({ length: 12 }, () => Promise.withResolvers<void>())
    const writers = gates.map(({ promise }) =>
      database.db.transaction().execute(async tx => {
        await writeOne(tx)
        await promise
        await writeOne(tx)
      }),
    )
    for (const place of [7, 0, 11, 3, 9, 1, 5, 2, 10, 4, 8, 6]) {
      gates[place]?.resolve()
      await writers[place]
      await seal()
    }
    expect(await verify()).toMatchObject({ sealed: 24, waiting: 0, findings: [] })
  })

  test('two workers at once make one chain', async () => {
    for (let n = 0; n < 40; n += 1) await writeOne()
    await Promise.all(Array.from({ length: 6 }, () => seal(3)))
    await seal(3)
    expect(await verify()).toMatchObject({ sealed: 40, waiting: 0, findings: [] })
  })

  test('a worker that finds another at it leaves it alone', async () => {
    for (let n = 0; n < 3; n += 1) await writeOne()
    const client = await database.pool.connect()
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(7316014)')
    await seal()
    expect(await verify()).toMatchObject({ sealed: 0, waiting: 3 })
    await client.query('rollback')
    client.release()
    await seal()
    expect(await verify()).toMatchObject({ sealed: 3, waiting: 0 })
  })

  test('a worker that dies in the middle leaves everything as it was', async () => {
    for (let n = 0; n < 5; n += 1) await writeOne()
    const dying: Secrets = {
      ...secrets,
      hmac: (purpose, ...parts) => {
        if (parts[0] === '4') throw new Error('killed')
        return secrets.hmac(purpose, ...parts)
      },
    }
    const { sealAudit } = createSealAudit({ db: database.db, secrets: dying, log: quiet.log, batch: 2 })
    await expect(sealAudit()).rejects.toThrow('killed')
    expect(await verify()).toMatchObject({ sealed: 2, waiting: 3, findings: [] })
    await seal()
    expect(await verify()).toMatchObject({ sealed: 5, waiting: 0, findings: [] })
  })

  test('a writer does not wait for the chain, nor for another writer', async () => {
    await database.db.transaction().execute(async tx => {
      await tx.selectFrom('audit_seals').select('place').execute()
      const client = await database.pool.connect()
      await client.query('begin')
      await client.query('select pg_advisory_xact_lock(7316014)')
      await client.query('lock table audit_seals in exclusive mode')
      await writeOne(tx)
      await writeOne()
      await client.query('rollback')
      client.release()
    })
    await seal()
    expect(await verify()).toMatchObject({ sealed: 2, findings: [] })
  })

  test('a key may change: old rows keep theirs, and a row whose key is gone is told as such', async () => {
    await write(2)
    secrets = createSecrets([newKey, oldKey])
    await write(2)
    expect(await verify()).toMatchObject({ sealed: 4, findings: [] })
    secrets = createSecrets([newKey])
    expect((await verify()).findings).toMatchObject([
      { kind: 'unknown-key', place: 1 },
      { kind: 'unknown-key', place: 2 },
    ])
  })

  test('rows that were cut off at the beginning, with an anchor kept, need not be there', async () => {
    await write(3)
    const { head } = await verify()
    await write(2)
    await tamper('delete from audit_events where id in (select event_id from audit_seals where place <= 2)')
    await tamper('delete from audit_seals where place <= 2')
    expect(await verify(head && { since: head })).toMatchObject({ sealed: 2, findings: [] })
  })
})
