import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ChainGround, chainStart, createChainGround, oldKey } from '../../../tests/support/people/audit-chain.ts'
import { createSecrets, type Secrets } from '../settings/secrets.ts'
import { createAcknowledgeFindings } from './acknowledge-findings.ts'
import { makeAcknowledgement } from './acknowledgements.ts'
import { recordEvent } from './audit.store.ts'
import { createCheckAudit, createReadCheck } from './check-audit.job.ts'
import { createSealAudit } from './seal-audit.job.ts'
import { createVerifyAudit } from './verify-audit.ts'

let ground: ChainGround
beforeEach(async () => {
  ground = await createChainGround()
})
afterEach(() => ground.database.drop())

describe('16.4.2 what is verified', () => {
  test('an unchanged chain has no findings, and unsealed rows are counted as waiting', async () => {
    await ground.write(12)
    await ground.writeOne()
    const { head, ...verdict } = await ground.verify()
    expect(verdict).toEqual({ sealed: 12, waiting: 1, findings: [], acknowledged: 0, names: [] })
    expect(head?.place).toBe(12)
  })

  test('a server that stops while it checks ends the check, and keeps no result', async () => {
    await ground.write(2)
    const needs = { ...ground, verifyAudit: createVerifyAudit(ground) }
    const stopping = AbortSignal.abort()
    await expect(createCheckAudit(needs)({ signal: stopping })).rejects.toBe(stopping.reason)
    expect(await createReadCheck(needs)()).toBeUndefined()
  })

  test('no statement of the application can change, remove or empty rows or seals', async () => {
    await ground.write(1)
    for (const table of ['audit_events', 'audit_seals']) {
      for (const statement of [`delete from ${table}`, `truncate ${table}`]) {
        await expect(ground.database.pool.query(statement)).rejects.toThrow(`${table} is append-only`)
      }
    }
    await expect(ground.database.pool.query("update audit_seals set key_id = 'x'")).rejects.toThrow('append-only')
    await expect(ground.database.pool.query("update audit_events set action = 'x'")).rejects.toThrow('append-only')
  })
})

describe('16.4.2 an owner of the database without the key', () => {
  const changes = {
    action: `action = 'signed-out'`,
    'the millionth part of a second': `at = at + interval '1 microsecond'`,
    'the kind of actor': `actor = 'nobody'`,
    'who did it': `actor_account_id = uuidv7()`,
    'the account that it concerns': 'account_id = null',
    'an empty network for none': `network = ''`,
    device: `device = 'Chrome'`,
    'one detail': `details = details || '{"type": "admin"}'`,
  }
  test.each(Object.entries(changes))('changes %s of a row, and the check names the row', async (_, change) => {
    await ground.write(9)
    const eventId = await ground.eventAt(5)
    await ground.tamper(`update audit_events set ${change} where id = $1`, [eventId])
    expect((await ground.verify()).findings).toEqual([{ kind: 'changed', place: 5, eventId }])
  })

  test('removes a row in the middle, with or without its seal, and the check names the place', async () => {
    await ground.write(9)
    const eventId = await ground.eventAt(5)
    await ground.tamper('delete from audit_events where id = $1', [eventId])
    expect((await ground.verify()).findings).toEqual([{ kind: 'removed', place: 5, eventId }])
    await ground.tamper('delete from audit_seals where place = 5')
    expect((await ground.verify()).findings).toEqual([{ kind: 'missing', place: 5, upTo: 5 }])
  })

  test('removes a row with its seal and closes the gap, and the check names the first row that moved', async () => {
    await ground.write(9)
    const [gone, next] = [await ground.eventAt(5), await ground.eventAt(6)]
    await ground.tamper('delete from audit_events where id = $1', [gone])
    await ground.tamper('delete from audit_seals where place = 5')
    await ground.tamper('update audit_seals set place = place + 99 where place > 5')
    await ground.tamper('update audit_seals set place = place - 100 where place > 100')
    expect((await ground.verify()).findings[0]).toEqual({ kind: 'changed', place: 5, eventId: next })
  })

  test('removes the first rows, and the check reports them missing', async () => {
    await ground.write(5)
    await ground.tamper('delete from audit_events where id in (select event_id from audit_seals where place < 3)')
    await ground.tamper('delete from audit_seals where place < 3')
    expect((await ground.verify()).findings).toEqual([{ kind: 'missing', place: 1, upTo: 2 }])
  })

  test('inserts a row, and the check reports that its seal is missing or does not match', async () => {
    await ground.write(3)
    await ground.tamper(
      `insert into audit_events (at, action, actor) values ('2026-06-01T10:00:30Z', 'signed-in', 'self')`,
    )
    expect(await ground.kinds()).toEqual(['unaccounted'])
    await ground.tamper(
      `insert into audit_seals select 4, id, 'old', '\\x00' from audit_events where action = 'signed-in'`,
    )
    expect((await ground.verify()).findings[0]).toMatchObject({ kind: 'changed', place: 4 })
  })

  test('inserts a row with an earlier time and has it sealed, and the check names it', async () => {
    await ground.write(90)
    await ground.database.pool.query(
      `insert into audit_events (at, action, actor) values ('2026-06-01T10:00:30Z', 'signed-in', 'self')`,
    )
    await ground.seal()
    expect((await ground.verify()).findings).toMatchObject([{ kind: 'backdated', place: 91 }])
  })

  test('swaps two rows, and the check names the first', async () => {
    await ground.write(9)
    const [four, seven] = [await ground.eventAt(4), await ground.eventAt(7)]
    await ground.tamper('update audit_seals set event_id = $1 where place = 4', [randomUUID()])
    await ground.tamper('update audit_seals set event_id = $1 where place = 7', [four])
    await ground.tamper('update audit_seals set event_id = $1 where place = 4', [seven])
    expect((await ground.verify()).findings[0]).toEqual({ kind: 'changed', place: 4, eventId: seven })
  })

  test('removes a row before it is sealed, and the check reports it missing', async () => {
    await ground.write(2)
    await ground.writeOne()
    await ground.tamper(`delete from audit_events where id = (select event_id from audit_unsealed)`)
    expect(await ground.kinds()).toEqual(['vanished'])
    await ground.write(1)
    expect((await ground.verify()).findings.map(({ kind }) => kind)).toEqual(['vanished'])
  })

  test('removes the newest rows, and only an anchor shows that the chain is incomplete', async () => {
    await ground.write(6)
    const { head } = await ground.verify()
    await ground.tamper('delete from audit_events where id in (select event_id from audit_seals where place > 4)')
    await ground.tamper('delete from audit_seals where place > 4')
    await ground.write(5)
    expect(await ground.kinds()).toEqual([])
    if (!head) throw new Error('Nothing was sealed')
    expect((await ground.verify({ anchors: [head] })).findings).toEqual([{ kind: 'anchor-lost', place: 6 }])
  })

  test('removes the newest rows, and the worker that sealed them reports it', async () => {
    const { sealAudit, logAnchor } = createSealAudit(ground)
    for (let n = 0; n < 4; n += 1) await ground.writeOne()
    await sealAudit()
    await logAnchor()
    expect(JSON.stringify(ground.lines)).toMatch(/"anchor":"4:[0-9a-f]{64}"\},"audit anchor"/)
    await ground.tamper('delete from audit_events where id in (select event_id from audit_seals where place > 2)')
    await ground.tamper('delete from audit_seals where place > 2')
    await ground.writeOne()
    await sealAudit()
    expect(JSON.stringify(ground.lines)).toContain('the audit was cut')
  })

  test('has the worker reseal changed history, and an anchor shows it', async () => {
    await ground.write(6)
    const { head } = await ground.verify()
    await ground.tamper(`update audit_events set action = 'signed-out' where id = $1`, [await ground.eventAt(2)])
    await ground.tamper('delete from audit_seals')
    await ground.tamper('insert into audit_unsealed select at, id from audit_events')
    await ground.seal()
    expect(await ground.kinds()).toEqual([])
    if (!head) throw new Error('Nothing was sealed')
    expect((await ground.verify({ anchors: [head] })).findings).toEqual([{ kind: 'anchor-lost', place: 6 }])
  })

  test('has the worker seal another row in the middle and restores the rest, and the check names the first restored row', async () => {
    await ground.write(6)
    const fifth = await ground.eventAt(5)
    await ground.database.pool.query(`
      create table kept_events as select * from audit_events where id in (select event_id from audit_seals where place >= 4);
      create table kept_seals as select * from audit_seals where place >= 4`)
    await ground.tamper('delete from audit_events where id in (select id from kept_events)')
    await ground.tamper('delete from audit_seals where place >= 4')
    await ground.write(1)
    await ground.tamper(
      'insert into audit_events select e.* from kept_events e join kept_seals s on s.event_id = e.id and s.place > 4',
    )
    await ground.tamper('insert into audit_seals select * from kept_seals where place > 4')
    expect((await ground.verify()).findings[0]).toEqual({ kind: 'changed', place: 5, eventId: fifth })
  })

  test('forges a good check of a bad chain, and the screen does not show it', async () => {
    await ground.write(3)
    const clock = { now: () => new Date(chainStart) }
    const needs = { ...ground, clock }
    await createCheckAudit({ ...needs, verifyAudit: ground.verify })()
    expect(await createReadCheck(needs)()).toEqual({
      at: new Date(chainStart),
      sealed: 3,
      findings: 0,
      acknowledged: 0,
    })
    await ground.database.pool.query('update audit_checks set sealed = 4')
    expect(await createReadCheck(needs)()).toBeUndefined()
  })
})

describe('16.4.2 wrong clocks, missing keys and acknowledged findings', () => {
  const day = 86_400_000
  const rowAt = (at: number) =>
    recordEvent(ground.db, { at: new Date(at), action: 'user-added', actor: 'system', details: { type: 'scan' } })
  const sealAt = (at: number) => createSealAudit({ ...ground, clock: { now: () => new Date(at) } }).sealAudit()

  test('a clock that jumps ahead and is set back is not a finding, but a row inserted later is', async () => {
    await ground.write(2)
    await rowAt(chainStart + day)
    await sealAt(chainStart + day)
    for (const minute of [5, 6]) {
      await rowAt(chainStart + minute * 60_000)
      await sealAt(chainStart + minute * 60_000 + 5000)
    }
    expect(await ground.kinds()).toEqual([])
    await rowAt(chainStart + 7 * 60_000)
    await sealAt(chainStart + 7 * 60_000 + day)
    expect(await ground.kinds()).toEqual([])
    await rowAt(chainStart - day)
    await sealAt(chainStart + 8 * 60_000)
    expect(await ground.kinds()).toEqual(['backdated'])
  })

  test('the time of a seal cannot be changed to match a row', async () => {
    await ground.write(3)
    await ground.tamper(`update audit_seals set sealed_at = sealed_at - interval '1 day' where place = 2`)
    await ground.tamper('update audit_seals set sealed_at = null where place = 3')
    expect(await ground.kinds()).toEqual(['changed', 'changed'])
  })

  test('a missing key that is back is noticed at the next check, an hour later', async () => {
    await ground.write(2)
    const otherKey = { id: 'other', key: randomBytes(32) }
    const other = createSecrets([otherKey])
    const check = (secrets: Secrets, hour: number) => {
      const needs = { ...ground, secrets, clock: { now: () => new Date(chainStart + hour * 3_600_000) } }
      return createCheckAudit({ ...needs, verifyAudit: createVerifyAudit(needs) })().then(createReadCheck(needs))
    }
    expect(await check(other, 1)).toMatchObject({ findings: 2 })
    const both = createSecrets([otherKey, oldKey])
    expect(await check(both, 2)).toMatchObject({ findings: 0 })
  })

  test('an acknowledgement covers its findings and no later change, even of the same row', async () => {
    await ground.write(5)
    const network = (text: string) => `update audit_events set network = '${text}' where id = $1`
    await ground.tamper(network('192.0.2.1'), [await ground.eventAt(2)])
    const needs = { ...ground, verifyAudit: ground.verify }
    const acknowledge = createAcknowledgeFindings({ ...needs, checkAudit: createCheckAudit(needs) })
    const by = { actor: 'command-line' } as const
    expect(await acknowledge({ reason: 'Restored by hand', by })).toEqual({ kind: 'acknowledged', findings: 1 })
    await ground.seal()
    expect(await ground.verify()).toMatchObject({ sealed: 6, findings: [], acknowledged: 1 })
    expect(await createReadCheck(ground)()).toMatchObject({ findings: 0, acknowledged: 1 })
    expect(await acknowledge({ reason: 'Restored by hand', by })).toEqual({ kind: 'nothing-found' })
    await ground.tamper(network('192.0.2.2'), [await ground.eventAt(2)])
    expect(await ground.kinds()).toEqual(['changed'])
  })

  test('an acknowledgement that the owner of the database writes has no effect', async () => {
    await ground.write(3)
    await ground.tamper(`update audit_events set action = 'signed-out' where id = $1`, [await ground.eventAt(2)])
    const { names } = await ground.verify()
    const stranger = createSecrets([{ id: 'old', key: randomBytes(32) }])
    const details = makeAcknowledgement(stranger, { names, reason: 'Nothing to see' })
    await recordEvent(ground.db, { at: new Date(chainStart), action: 'audit-acknowledged', actor: 'system', details })
    await ground.seal()
    expect(await ground.kinds()).toEqual(['changed'])
  })
})
