import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBlocker } from '../../../tests/support/databases/blocker.ts'
import { asJson, signedInAt } from '../../../tests/support/people/administrators.ts'
import { createImporter, csv } from '../../../tests/support/people/imports.ts'
import { ava } from '../../../tests/support/people/reset-steps-http.ts'
import { addContact } from '../../../tests/support/people/retailers.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { startServerProcess, stopServerProcesses } from '../../../tests/support/servers/server-process.ts'
import type { Visitor } from '../../../tests/support/servers/visitor.ts'

let app: TestApp
let other: TestApp
let admin: Visitor
let users: ReturnType<typeof createImporter>
beforeAll(async () => {
  app = await startTestApp()
  other = await startTestApp({ beside: app })
  await app.database.db.updateTable('organisation').set({ is_demo: false }).execute()
  admin = await signedInAt(app, ava, app.passwordOf(ava))
  users = createImporter(admin, 'users')
})
afterAll(async () => {
  await stopServerProcesses()
  await other.stop()
  await app.stop()
})

const fileOf = (name: string, count: number) =>
  csv('Username,First name,Surname', ...Array.from({ length: count }, (_, place) => `${name}${place}@new.example,A,B`))

async function countOf(name: string): Promise<number> {
  const { rows } = await app.database.pool.query(`select count(*) from accounts where username like $1`, [`${name}%`])
  return Number(rows[0].count)
}

/** Uses up licences until this many are free. */
async function leaveFree(free: number): Promise<void> {
  await app.database.pool.query(
    `update licences set enabled = $1 + (select count(*) from users u join accounts a on a.id = u.account_id
       where u.user_type = 'device' and u.has_licence and a.is_active) where user_type = 'device'`,
    [free],
  )
}

test('2.3.4 two concurrent imports on two servers never exceed the last licences', async () => {
  await leaveFree(40)
  const elsewhere = createImporter(await signedInAt(other, ava, app.passwordOf(ava)), 'users')
  const [one, two] = await Promise.all([
    users.uploadAndCheck(fileOf('one', 30)),
    elsewhere.uploadAndCheck(fileOf('two', 30)),
  ])
  const [first, second] = await Promise.all([users.run(one.id, 'good'), elsewhere.run(two.id, 'good')])
  expect([first.summary?.add, second.summary?.add].toSorted()).toEqual([10, 30])
  expect((await countOf('one')) + (await countOf('two'))).toBe(40)
})

test('2.3.3 of two all-or-nothing imports one is done, and the other is told that nothing was imported', async () => {
  await leaveFree(40)
  const [one, two] = await Promise.all([
    users.uploadAndCheck(fileOf('all-a', 30)),
    users.uploadAndCheck(fileOf('all-b', 30)),
  ])
  const ends = await Promise.all([users.run(one.id), users.run(two.id)])
  expect(ends.map(({ state }) => state).toSorted()).toEqual(['checked', 'done'])
  const back = ends.find(({ state }) => state === 'checked')
  expect(back?.failure?.title).toContain('not enough licences')
  expect([await countOf('all-a'), await countOf('all-b')].toSorted()).toEqual([0, 30])
})

test('2.3.4 users added by hand during an import, even under the same names, neither exceed the licences nor break it', async () => {
  await leaveFree(60)
  const { id } = await users.uploadAndCheck(fileOf('race', 55))
  const person = { userType: 'device', givenName: 'A', familyName: 'B', emailTo: null, roleId: null }
  const add = (name: string) => admin.postJson('/api/users', { ...person, username: `${name}@new.example` })
  const names = Array.from({ length: 15 }, (_, place) => (place % 2 ? `race${place}` : `race-hand${place}`))
  const [done, ...added] = await Promise.all([users.run(id, 'good'), ...names.map(add)])
  expect(added.filter(({ status }) => status !== 200 && status !== 409).map(({ html }) => html)).toEqual([])
  expect(done.state).toBe('done')
  const byHand = added.filter(({ status }) => status === 200).length
  expect(await countOf('race')).toBe(byHand + (done.summary?.add ?? 0))
  const { licences } = asJson(await admin.get('/api/subscription')).body
  const device = licences.find(({ userType }: { userType: string }) => userType === 'device')
  expect(device.used).toBeLessThanOrEqual(device.enabled)
  expect(app.logged()).not.toContain('a request met a fault')
})

test('an account added between the check and the run stops all-or-nothing, and the row is named', async () => {
  await leaveFree(10)
  const { id } = await users.uploadAndCheck(fileOf('since', 3))
  await addContact(app, { username: 'since1@new.example', email: 'since1@new.example' })
  const back = await users.run(id)
  expect(back).toMatchObject({ state: 'checked', failure: { title: expect.stringContaining('since the check') } })
  expect(await users.rows(id, 'verdict=refuse')).toMatchObject([{ row: 3 }])
  expect(await countOf('since')).toBe(1)
})

/** A foreign transaction that is still open when the import comes to what it holds. */
async function meanwhile(id: string, scope: 'all' | 'good', statements: string[]) {
  const other = await openBlocker(app.database.pool)
  for (const statement of statements) await other.query(statement)
  const run = users.run(id, scope)
  await other.untilBlocks()
  await other.end('commit')
  return run
}

const added = (name: string) => `with a as (insert into accounts (kind, username, username_key, created_at)
  values ('user', '${name}', '${name}', now()) returning id)
  insert into users (account_id, user_type) select id, 'device' from a`

test('2.3.4 an import waits for a licence that is being taken at that moment, and counts it', async () => {
  await leaveFree(3)
  const { id } = await users.uploadAndCheck(fileOf('seat', 3))
  const done = await meanwhile(id, 'good', [
    `select 1 from licences where user_type = 'device' for update`,
    added('seat-by-hand'),
  ])
  expect(done).toMatchObject({ state: 'done', summary: { add: 2, refuse: 1 } })
  expect(await countOf('seat')).toBe(3)
})

test('2.3.3 an account that takes one of its usernames meanwhile is not overwritten: the import rolls back and is planned again', async () => {
  await leaveFree(10)
  const { id } = await users.uploadAndCheck(fileOf('name', 3))
  const done = await meanwhile(id, 'all', [added('name1@new.example')])
  expect(done).toMatchObject({ state: 'done', summary: { add: 2, leave: 1 } })
  expect(await countOf('name')).toBe(3)
  expect(app.logged() + other.logged()).not.toContain('timed work failed')
})

test('2.3.3 a server killed midway leaves nothing half done, and the next one imports each row once', async () => {
  await leaveFree(2000)
  const { id } = await users.uploadAndCheck(fileOf('kill', 1500))
  const server = await startServerProcess(app)
  // A foreign transaction is about to take a name of the second thousand. The import waits there, with the first
  // thousand written.
  const other = await openBlocker(app.database.pool)
  await other.query(
    `insert into accounts (kind, username, username_key, created_at) values ('contact', 'x', 'kill1200@new.example', now())`,
  )
  await users.post(`${id}/run`, { scope: 'all', invitations: 'later' })
  await other.untilBlocks()
  expect((await users.read(id)).done).toBe(1000)
  expect(await countOf('kill')).toBe(0)
  await server.kill()
  // Whichever server did the work, its connection is gone too.
  await other.endBlocked()
  await other.end('rollback')
  const done = await users.untilDone(id)
  expect([done.state, done.summary?.add, await countOf('kill')]).toEqual(['done', 1500, 1500])
  const { rows } = await app.database.pool.query(
    `select count(*) as events, count(distinct account_id) as people from audit_events
     where action = 'user-added' and details->>'import' = $1`,
    [id],
  )
  expect(rows).toEqual([{ events: '1500', people: '1500' }])
})
