import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../tests/support/servers/app.ts'
import { runCommand } from './run-command.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

/** Every command that opens a database, but the two that migrate. */
const commands = [
  'worker',
  'mail bounce',
  'organisation',
  'audit verify',
  'sessions end-all',
  'client list',
  'client remove x',
  'user list',
  'user unlock JSMITH',
  'subscription',
]

async function run(line: string): Promise<{ said: string; refused: string; exitCode: number | undefined }> {
  const said: string[] = []
  const env = { ...app.env, PUBLIC_URL: app.url }
  const terminal = { env, say: (text: string) => said.push(text), isInteractive: false }
  const outcome = await runCommand(terminal, line.split(' ')).catch((fault: Error) => fault)
  const isFault = outcome instanceof Error
  return { said: said.join('\n'), refused: isFault ? outcome.message : '', exitCode: isFault ? 1 : outcome.exitCode }
}

/** The versions of schema and queue. The rest of the queue's row changes by itself: its worker notes when it last ran. */
async function readState(): Promise<string> {
  const { rows } = await sql`select
    (select json_agg(m order by name) from schema_migrations m) as migrations,
    (select json_agg(v.version) from jobs.version v) as queue`.execute(app.ground.db)
  return JSON.stringify(rows)
}

const schemas = {
  older: `delete from schema_migrations where name = (select max(name) from schema_migrations)`,
  newer: `insert into schema_migrations (name, timestamp) values ('999-from-the-future', '2099-01-01')`,
}

describe.each(Object.entries(schemas))('on a schema that is %s', (kind, change) => {
  let before: { name: string; timestamp: string }[]
  beforeAll(async () => {
    before = (await sql<{ name: string; timestamp: string }>`select * from schema_migrations`.execute(app.ground.db))
      .rows
    await app.database.pool.query(change)
  })
  afterAll(async () => {
    await app.database.pool.query('delete from schema_migrations')
    for (const { name, timestamp } of before)
      await sql`insert into schema_migrations (name, timestamp) values (${name}, ${timestamp})`.execute(app.ground.db)
  })

  test.each(commands)('fieldkey %s says so in one sentence and changes nothing', async line => {
    const state = await readState()
    const { said, refused } = await run(line)
    expect(said).toBe('')
    expect(refused).toContain(kind === 'older' ? 'older than this Fieldkey' : 'newer Fieldkey')
    expect(refused).not.toContain('\n')
    expect(await readState()).toBe(state)
  })

  test('doctor reports the schema and changes nothing', async () => {
    const state = await readState()
    const { said, exitCode } = await run('doctor')
    expect(exitCode).toBe(1)
    expect(said).toMatch(kind === 'older' ? /fail {2}database: .*older than/ : /fail {2}database: .*newer Fieldkey/)
    expect(await readState()).toBe(state)
  })
})

describe('on a job queue of another version', () => {
  afterEach(() => app.database.pool.query('update jobs.version set version = version + 1'))

  test.each(['user unlock JSMITH', 'subscription'])('fieldkey %s says so and changes nothing', async line => {
    await app.database.pool.query('update jobs.version set version = version - 1')
    const state = await readState()
    const { said, refused } = await run(line)
    expect(said).toBe('')
    expect(refused).toMatch(/^The job queue in the database belongs to another version/)
    expect(await readState()).toBe(state)
  })
})
