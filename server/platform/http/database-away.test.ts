import { Pool } from 'pg'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/databases/database.ts'
import { createHttpGround } from '../../../tests/support/servers/http-ground.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** The answer of a server whose page needs the database. */
async function answerTo(query: () => Promise<unknown>) {
  const { http } = await createHttpGround({ publicUrl: 'http://localhost:3000' })
  http.get('/needs-database', query)
  return http.inject({ url: '/needs-database', headers: { host: 'localhost:3000' } })
}

it('an unavailable database is a 503 with Retry-After, not a fault of the server (RFC 9110 15.6.4)', async () => {
  const pool = new Pool({ host: '127.0.0.1', port: 9 })
  onTestFinished(() => pool.end())
  const answer = await answerTo(() => pool.query('select 1'))
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '10'])
  expect(answer.body).not.toContain('ECONNREFUSED')
})

const spilling = `set local work_mem = '64kB'; select md5(n::text) from generate_series(1, 5000) n order by 1`

it.each([
  ['that is read-only is 503', 'set transaction read only; update write_probes set probed_at = now()', 503],
  ['that has no space left is 503', `set local temp_file_limit = 0; ${spilling}`, 503],
  ['that ends the session is 503', 'select pg_terminate_backend(pg_backend_pid())', 503],
  ['that is asked nonsense is a fault', 'select nonsense', 500],
])('a database %s', async (_name, statements, status) => {
  const answer = await answerTo(() => database.pool.query(`begin; ${statements}; commit`))
  expect(answer.statusCode).toBe(status)
})
