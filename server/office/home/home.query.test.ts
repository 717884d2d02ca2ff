import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/databases/database.ts'
import { listLastDays } from './days.query.ts'
import { countLocked, countResets, countSignIns, findMedianSeconds, signInsPerDay } from './home.query.ts'

let database: TestDatabase
const now = new Date('2026-05-04T12:00:00Z')
const days = (zone: string) => listLastDays(database.db, { zone, now, count: 3 })
const whole = { from: new Date('2026-05-02T00:00:00Z'), until: new Date('2026-05-05T00:00:00Z') }
const person = '0192f0c1-0000-7000-8000-00000000000a'

beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query(
    `insert into accounts (id, kind, username, username_key, created_at) values ($1, 'user', 'a', 'a', now())`,
    [person],
  )
})
afterAll(() => database.drop())
beforeEach(() => database.pool.query('delete from reset_requests'))

type Request = {
  askedAt: string
  state: string
  seconds?: number
  askedBy?: string
  purpose?: string
  isSent?: boolean
}

async function ask({ askedAt, state, seconds, askedBy = 'self', purpose = 'reset', isSent = true }: Request) {
  await database.pool.query(
    `insert into reset_requests (account_id, asked_by, asked_at, network, deliver_by, state, sent_at, ended_at, purpose)
     values ($1, $2, $3, '', $3, $4, $5, $3::timestamptz + $6 * interval '1 second', $7)`,
    [person, askedBy, askedAt, state, isSent ? askedAt : null, seconds ?? null, purpose],
  )
}

describe('sign-ins of a day', () => {
  test("begin at the reader's midnight and end at the next", async () => {
    for (const at of ['2026-05-01T23:59:59.999Z', '2026-05-02T00:00Z', '2026-05-03T22:59:59Z', '2026-05-03T23:00Z']) {
      await database.pool.query(`insert into audit_events (at, action, actor) values ($1, 'signed-in', 'self')`, [at])
    }
    await database.pool.query(`insert into audit_events (at, action, actor) values ($1, 'signed-out', 'self')`, [now])
    expect(await countSignIns(database.db, await days('UTC'))).toEqual([1, 2, 0])
    expect(await countSignIns(database.db, await days('Europe/London'))).toEqual([2, 1, 1])
    expect(await countSignIns(database.db, await days('America/New_York'))).toEqual([0, 2, 0])
  })

  test('are counted by an index, day by day', async () => {
    await database.pool.query(`begin; set local session_replication_role = replica;
      insert into audit_events (at, action, actor)
      select timestamptz '2026-01-01Z' + n * interval '2 minutes', 'signed-in', 'self' from generate_series(1, 50000) n;
      commit`)
    await database.pool.query('vacuum analyze audit_events')
    const compiled = signInsPerDay(await days('UTC')).compile(database.db)
    const { rows } = await database.pool.query(`explain ${compiled.sql}`, [...compiled.parameters])
    const plan = rows.map(row => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/Index (Only )?Scan using audit_events_(action|at)/)
    expect(plan).not.toContain('Seq Scan')
  })
})

describe('resets', () => {
  test('are counted on the day of their request with their outcome, and invitations are not counted', async () => {
    await ask({ askedAt: '2026-05-02T10:00:00Z', state: 'used', seconds: 60 })
    await ask({ askedAt: '2026-05-02T23:30:00Z', state: 'used', seconds: 86_400 })
    await ask({ askedAt: '2026-05-04T10:00:00Z', state: 'not-delivered', isSent: false })
    await ask({ askedAt: '2026-05-04T11:00:00Z', state: 'sent' })
    await ask({ askedAt: '2026-05-04T11:00:00Z', state: 'used', seconds: 5, purpose: 'invitation' })
    expect(await countResets(database.db, await days('UTC'))).toEqual([
      { asked: 2, mailed: 2, completed: 2, notDelivered: 0 },
      { asked: 0, mailed: 0, completed: 0, notDelivered: 0 },
      { asked: 2, mailed: 1, completed: 0, notDelivered: 1 },
    ])
    expect((await countResets(database.db, await days('Europe/London'))).map(({ asked }) => asked)).toEqual([1, 1, 2])
  })

  test('take the median time of people who requested one themselves', async () => {
    expect(await findMedianSeconds(database.db, whole)).toBeNull()
    for (const seconds of [40, 90, 3000]) await ask({ askedAt: '2026-05-03T10:00:00Z', state: 'used', seconds })
    expect(await findMedianSeconds(database.db, whole)).toBe(90)
    await ask({ askedAt: '2026-05-03T10:00:00Z', state: 'used', seconds: 100 })
    expect(await findMedianSeconds(database.db, whole)).toBe(95)
    const others = { askedAt: '2026-05-03T10:00:00Z', state: 'used', seconds: 1 }
    await ask({ ...others, askedBy: 'administrator' })
    await ask({ ...others, purpose: 'invitation' })
    await ask({ ...others, askedAt: '2026-05-01T23:59:59Z' })
    await ask({ askedAt: '2026-05-03T10:00:00Z', state: 'voided', seconds: 2 })
    expect(await findMedianSeconds(database.db, whole)).toBe(95)
  })
})

test('counts as locked the users whom an administrator locked and who are not deactivated', async () => {
  await database.pool.query(`
    with added as (
      insert into accounts (kind, username, username_key, created_at, locked_at, is_active)
      select case when n = 4 then 'contact' else 'user' end, 'l' || n, 'l' || n, now(),
        case when n > 1 then now() end, n <> 3
      from generate_series(1, 4) n returning id, kind)
    insert into users (account_id, user_type) select id, 'scan' from added where kind = 'user'`)
  expect(await countLocked(database.db)).toBe(1)
})
