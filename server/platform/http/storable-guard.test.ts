import { DatabaseError } from 'pg'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { createHttpGround, sameOrigin } from '../../../tests/support/servers/http-ground.ts'

const json = { ...sameOrigin, 'content-type': 'application/json' }
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

async function createGround() {
  const { http, logged } = await createHttpGround()
  http.get('/things/:name', async () => ({}))
  const anything = { body: z.record(z.string(), z.unknown()) }
  http.post('/anything', { schema: anything }, async () => ({}))
  http.post('/items', { schema: anything, config: { judgesItems: true } }, async () => ({}))
  http.get('/refused', async () => {
    throw Object.assign(new DatabaseError('invalid byte sequence', 1, 'error'), { code: '22021' })
  })
  return { http, logged }
}

it('2.2.1 refuses NUL characters, lone surrogates and endless nesting wherever they arrive, and names the field', async () => {
  const { http, logged } = await createGround()
  const post = (payload: string, url = '/anything') => http.inject({ method: 'POST', url, headers: json, payload })
  const form = { ...sameOrigin, 'content-type': 'application/x-www-form-urlencoded' }
  const answers = await Promise.all([
    http.inject('/things/a%00b'),
    http.inject('/page?q=%00'),
    http.inject('/page?%00=q'),
    http.inject({ method: 'POST', url: '/form', headers: form, payload: 'code=%00' }),
    post('{"a":"\\u0000"}'),
    post('{"a":{"b":["\\ud800"]}}'),
    post('{"a\\udc00":1}'),
    post(`{"a":${deep(40)}}`),
    post(`{"a":${deep(30_000)}}`),
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 400))
  expect(answers[5]?.json().problem.text).toMatch(/^The field a contains a character/)
  expect(answers[8]?.json().problem.text).toMatch(/^The field a has too many levels/)
  expect((await post(`{"a":"😀","b":${deep(20)}}`)).statusCode).toBe(200)
  expect((await post('{"a":"\\u0000"}', '/items')).statusCode).toBe(200)
  expect(logged()).not.toContain('"level":"error"')
})

it('answers 400 and logs a warning if the database is the first to refuse a value', async () => {
  const { http, logged } = await createGround()
  expect((await http.inject('/refused')).statusCode).toBe(400)
  expect(logged()).toContain('the database refused a value of a request')
})
