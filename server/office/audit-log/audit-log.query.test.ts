import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/databases/database.ts'
import { type AuditSearch, auditRows } from './audit-log.query.ts'

let database: TestDatabase
const [busy, quiet, doer] = [
  '0192f0c1-0000-7000-8000-00000000000a',
  '0192f0c1-0000-7000-8000-00000000000b',
  '0192f0c1-0000-7000-8000-00000000000c',
]

/**
 * Many sign-ins of many people, one of whom is busy. Among them are an administrator's few actions, and one of the
 * server.
 */
beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query(`begin; set local session_replication_role = replica;
    insert into audit_events (at, action, actor, actor_account_id, account_id)
    select timestamptz '2026-01-01Z' + n * interval '1 minute', 'signed-in', 'self', who, who
    from generate_series(1, 60000) n
    cross join lateral (select case when n % 4 = 0 then '${busy}'::uuid else uuidv7() end as who) w;
    insert into audit_events (at, action, actor, actor_account_id, account_id)
    select timestamptz '2026-01-01Z' + n * interval '1 day', 'user-changed', 'administrator', '${doer}', '${quiet}'
    from generate_series(1, 30) n;
    insert into audit_events (at, action, actor, account_id)
    values ('2026-01-02Z', 'reset-printed', 'command-line', '${quiet}'); commit`)
  await database.pool.query('vacuum analyze audit_events')
}, 60_000)
afterAll(() => database.drop())

const ask = (search: Partial<AuditSearch>) => auditRows(database.db, { size: 50, ...search })

async function planOf(search: Partial<AuditSearch>): Promise<string> {
  const compiled = ask(search).compile()
  const { rows } = await database.pool.query(`explain ${compiled.sql}`, [...compiled.parameters])
  return rows.map(row => row['QUERY PLAN']).join('\n')
}

describe('reads the audit newest first through an index in that order', () => {
  const middle = { from: '2026-01-20T00:00:00.000Z', until: '2026-01-21T00:00:00.000Z' }
  const questions: [string, Partial<AuditSearch>, string][] = [
    ['all of it', {}, 'audit_events_at'],
    ['some days', middle, 'audit_events_at'],
    ['one action', { action: 'user-changed' }, 'audit_events_action'],
    ['an action without rows', { action: 'role-removed' }, 'audit_events_action'],
    ['one kind of actor', { actor: 'command-line' }, 'audit_events_actor'],
    ['a busy person', { person: busy }, 'audit_events_account'],
    ['a person who acted on other accounts', { person: doer }, 'audit_events_doer'],
    ['whom nothing concerns', { person: '0192f0c1-0000-7000-8000-00000000000d' }, 'audit_events_account'],
  ]
  test.each(questions)('%s', async (_, search, index) => {
    const plan = await planOf(search)
    expect(plan).toContain(index)
    expect(plan).not.toMatch(/Seq Scan on audit_events/)
  })

  test.each(questions)('%s, from the middle on: does not read the rows before', async (_, search) => {
    const first = await ask({ ...search, size: 3 }).execute()
    const plan = await planOf({ ...search, before: first.at(-1)?.id ?? quiet })
    expect(plan).toMatch(/Index Cond:.*ROW\(/)
    expect(plan).not.toMatch(/Seq Scan on audit_events/)
  })
})

test('a plan prepared once for all actors uses the partial index of some', async () => {
  const compiled = ask({ actor: 'command-line' }).compile()
  const { rows } = await database.pool.query(`explain (generic_plan) ${compiled.sql}`)
  expect(rows.map(row => row['QUERY PLAN']).join('\n')).toContain('audit_events_actor')
})

test('pages neither repeat nor skip a row, even if many share a moment', async () => {
  await database.pool.query(`insert into audit_events (at, action, actor)
    select '2026-06-01Z', 'territory-added', 'system' from generate_series(1, 11)`)
  const seen: string[] = []
  for (let before: string | undefined; ; before = seen.at(-1)) {
    const rows = await ask({ action: 'territory-added', size: 4, before }).execute()
    seen.push(...rows.slice(0, 4).map(({ id }) => id))
    if (rows.length <= 4) break
  }
  expect(new Set(seen).size).toBe(11)
})

test('finds a person on either side, once, newest first', async () => {
  await database.pool.query(
    `insert into audit_events (at, action, actor, actor_account_id, account_id)
     values ('2026-07-01Z', 'role-added', 'administrator', $1, null),
       ('2026-07-02Z', 'signed-in', 'self', $1, $1), ('2026-07-03Z', 'user-changed', 'administrator', $2, $1)`,
    [doer, quiet],
  )
  const rows = await ask({ person: doer, size: 4 }).execute()
  expect(rows.slice(0, 3).map(({ action }) => action)).toEqual(['user-changed', 'signed-in', 'role-added'])
  expect(await ask({ person: doer, from: '2026-07-01T00:00:00.000Z', size: 9 }).execute()).toHaveLength(3)
})

test('a day ends where the next begins, and every filter narrows the result', async () => {
  const day = { from: '2026-01-03T00:00:00.000Z', until: '2026-01-04T00:00:00.000Z' }
  expect(await ask({ ...day, size: 5000 }).execute()).toHaveLength(1441)
  expect(await ask({ ...day, actor: 'administrator' }).execute()).toHaveLength(1)
  expect(await ask({ ...day, actor: 'administrator', action: 'signed-in' }).execute()).toHaveLength(0)
  expect(await ask({ ...day, person: quiet, action: 'user-changed' }).execute()).toHaveLength(1)
})
