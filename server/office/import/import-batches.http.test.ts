import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInAt } from '../../../tests/support/people/administrators.ts'
import { createPull } from '../../../tests/support/people/field.ts'
import { createImporter, csv } from '../../../tests/support/people/imports.ts'
import { ava, riley, until } from '../../../tests/support/people/reset-steps-http.ts'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { startServerProcess, stopServerProcesses } from '../../../tests/support/servers/server-process.ts'

let app: TestApp
let products: ReturnType<typeof createImporter>
beforeAll(async () => {
  app = await startTestApp()
  await app.database.db.updateTable('organisation').set({ is_demo: false }).execute()
  products = createImporter(await signedInAt(app, ava, app.passwordOf(ava)), 'products')
})
afterAll(async () => {
  await stopServerProcesses()
  await app.stop()
})

const fileOf = (name: string, count: number) =>
  csv('Product code,Product name,Price', ...Array.from({ length: count }, (_, place) => `${name}${place},Rolls,1`))

async function countOf(name: string): Promise<number> {
  const { rows } = await app.database.pool.query(`select count(*) from products where code like $1`, [`${name}%`])
  return Number(rows[0].count)
}

const recorded = async (id: string) => {
  const text = `select details->'rows' as rows from audit_events where action = 'import-run' and details->>'import' = $1
    order by at`
  return (await app.database.pool.query(text, [id])).rows.map(({ rows }) => rows)
}

/** The connections that wait for a lock in a statement of this shape. */
const waitingIn = (shape: string) =>
  `select pid from pg_stat_activity where wait_event_type = 'Lock' and query ~ '${shape}'`

const untilWaiting = (waiting: string, what: string) =>
  until(async () => (await app.database.pool.query(waiting)).rows.length > 0, what)

/** Another transaction is about to take a code of a batch, so that batch waits until `release`. */
async function blockAt(code: string) {
  const client = await app.database.pool.connect()
  await client.query('begin')
  await client.query(`insert into products (code, name, unit, price_cents) values ($1, 'x', 'each', 1)`, [code])
  const waiting = waitingIn('^insert into "?products\\M')
  return {
    untilBlocked: () => untilWaiting(waiting, 'the import to wait at that batch'),
    release: async (end: 'commit' | 'rollback') => {
      await client.query(end)
      client.release()
    },
    endWaiting: () => app.database.pool.query(`select pg_terminate_backend(pid) from (${waiting}) as waiting`),
  }
}

const begin = (id: string, scope: 'all' | 'good') => products.post(`${id}/run`, { scope, invitations: 'later' })

test('each batch is a transaction of its own, so what a device downloads waits for one batch at most', async () => {
  const pull = createPull(app, { waits: false })
  const repId = await app.accountId(riley)
  const { cursor } = await pull(repId, 'products', undefined, 5000)
  const { id } = await products.uploadAndCheck(fileOf('pull', 1200))
  await products.run(id)
  expect((await pull(repId, 'products', cursor, 5000)).rows).toHaveLength(1200)
  const { rows } = await app.database.pool.query(
    `select count(*)::int as rows from products where code like 'pull%' group by changed_in order by changed_in`,
  )
  expect(rows.map(transaction => transaction.rows)).toEqual([500, 500, 200])
})

test('2.3.3 a server that is killed in the middle leaves complete batches, and another one imports the other rows once', async () => {
  const { id } = await products.uploadAndCheck(fileOf('kill', 1200))
  const server = await startServerProcess(app)
  const other = await blockAt('kill700')
  await begin(id, 'good')
  await other.untilBlocked()
  expect([await countOf('kill'), (await products.read(id)).done]).toEqual([500, 500])
  await server.kill()
  // Whichever server did the work, its connection is gone too.
  await other.endWaiting()
  await other.release('rollback')
  expect(await products.untilDone(id)).toMatchObject({ state: 'done', done: 1200, summary: { add: 1200 } })
  expect([await countOf('kill'), await recorded(id)]).toEqual([1200, [1200]])
})

test('a stopped import keeps what it wrote, shows what is left, and can be continued', async () => {
  const rows = 3200
  const { id } = await products.uploadAndCheck(fileOf('stop', rows))
  const other = await blockAt('stop700')
  await begin(id, 'good')
  await other.untilBlocked()
  const stopping = products.post(`${id}/stop`)
  // The stop waits for the batch. Without this the import could end before the server reads the request.
  await untilWaiting(waitingIn('for update of "i"$'), 'the stop to wait for the batch')
  await other.release('rollback')
  expect((await stopping).body.kind).toBe('stopping')
  const stopped = await products.untilDone(id)
  const written = await countOf('stop')
  // PostgreSQL may let the next batch pass a transaction that waits for the same row.
  expect(written).toBeLessThan(rows)
  expect(written % 500).toBe(0)
  expect(stopped).toMatchObject({
    state: 'checked',
    failure: { title: 'The import was stopped' },
    summary: { add: rows - written, leave: written },
  })
  expect(await products.run(id)).toMatchObject({ state: 'done', failure: null })
  expect([await countOf('stop'), await recorded(id)]).toEqual([rows, [written, rows - written]])
  expect((await products.post(`${id}/stop`)).body.kind).toBe('ended')
})

test('2.3.3 an import of all rows writes nothing if a row can no longer be imported', async () => {
  const lines = Array.from({ length: 700 }, (_, place) => `since${place},Rolls,1,${place === 600 ? 'reduced' : ''}`)
  await app.database.pool.query(`insert into tax_classes (code, name, rate_basis_points) values ('reduced', 'R', 500)`)
  const { id } = await products.uploadAndCheck(csv('Product code,Product name,Price,Tax class', ...lines))
  await app.database.pool.query(`delete from tax_classes where code = 'reduced'`)
  const back = await products.run(id)
  expect(back).toMatchObject({ state: 'checked', failure: { title: expect.stringContaining('since the check') } })
  expect([await products.rows(id, 'verdict=refuse'), await countOf('since')]).toMatchObject([[{ row: 602 }], 0])
})

test('2.3.3 a row that is refused in the middle of an import of all rows stops it, and what is left is shown', async () => {
  const lines = Array.from({ length: 700 }, (_, place) => `mid${place},Rolls,1,${place === 600 ? 'reduced' : ''}`)
  await app.database.pool.query(`insert into tax_classes (code, name, rate_basis_points) values ('reduced', 'R', 500)`)
  const { id } = await products.uploadAndCheck(csv('Product code,Product name,Price,Tax class', ...lines))
  await app.database.pool.query(`delete from tax_classes where code = 'reduced'`)
  // As if the tax class had gone between the second check and the batch.
  await app.database.pool.query(
    `update imports set state = 'running', done_place = 0, settings = settings || '{"scope": "all"}' where id = $1`,
    [id],
  )
  const back = await products.untilDone(id)
  expect(back).toMatchObject({
    state: 'checked',
    failure: { title: expect.stringContaining('The import stopped') },
    summary: { add: 199, leave: 500, refuse: 1 },
  })
  expect([await countOf('mid'), await recorded(id)]).toEqual([500, [500]])
})

test('a code that repeats a row of an earlier batch is refused', async () => {
  const { id, summary } = await products.uploadAndCheck(fileOf('twice', 600) + csv('twice3,Rolls,1'))
  expect(summary).toMatchObject({ add: 600, refuse: 1 })
  expect(await products.rows(id, 'verdict=refuse')).toMatchObject([{ row: 602, texts: ['This repeats row 5.'] }])
})

test('a row that the database refuses is left out alone', async () => {
  await app.database.pool.query(`create function refuse_rolls() returns trigger language plpgsql as $$
    begin if new.code = 'odd3' then raise exception 'no'; end if; return new; end $$`)
  await app.database.pool.query(
    'create trigger refuse_rolls before insert on products for each row execute function refuse_rolls()',
  )
  const { id, summary } = await products.uploadAndCheck(fileOf('odd', 5))
  expect(summary).toMatchObject({ add: 4, refuse: 1 })
  await products.run(id, 'good')
  await app.database.pool.query('drop trigger refuse_rolls on products')
  expect(await countOf('odd')).toBe(4)
})
